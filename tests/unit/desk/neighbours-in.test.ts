import { expect, test } from 'vitest'
import { neighboursIn } from '#app/(desk)/desk/_components/neighbours-in.ts'
import type { DeskRow } from '#lib/articles/list-desk.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
/** The newest first, as the desk lists them: e on the fifth, a on the first. */
const rows = ['e', 'd', 'c', 'b', 'a'].map((id, i) => ({ lead: { id }, newestAt: day(5 - i) }) as unknown as DeskRow)

test('with an article come the one before it and the two after it', () => {
  expect(neighboursIn(rows, { id: 'd', sortAt: day(4) })).toEqual(['e', 'c', 'b'])
})

test('the first has none before it, the last none after it', () => {
  expect(neighboursIn(rows, { id: 'e', sortAt: day(5) })).toEqual(['d', 'c'])
  expect(neighboursIn(rows, { id: 'a', sortAt: day(1) })).toEqual(['b'])
})

test('an article that has left the list leaves its place to the next', () => {
  const left = rows.filter(({ lead }) => lead.id !== 'c')
  expect(neighboursIn(left, { id: 'c', sortAt: day(3) })).toEqual(['d', 'b', 'a'])
  expect(neighboursIn([], { id: 'c', sortAt: day(3) })).toEqual([])
})

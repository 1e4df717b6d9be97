import { expect, test } from 'vitest'
import { NewestByKey } from '#lib/compare/newest-by-key.ts'

test('what was noted under a key is found as a map of lists finds it, the newest only, however many keys there are', () => {
  const notes = new NewestByKey()
  const lists = new Map<number, number[]>()
  for (let i = 0; i < 20_000; i++) {
    const key = Math.imul(i % 9000, 0x9e3779b1) | 0
    const known = lists.get(key) ?? []
    expect(notes.note(key, i, 2)).toEqual(known.slice(-2))
    lists.set(key, [...known, i])
  }
})

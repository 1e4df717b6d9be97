import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { foldText } from '#lib/text/fold.ts'

type Topic = { id: string; parent: string | null; en: string; ar: string | null; definition?: string }

const topics = readFileSync(new URL('../../../seeds/reference/topics.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Topic)
const byId = new Map(topics.map((topic) => [topic.id, topic]))

/** 1 for the seventeen at the top. */
function level({ parent }: Topic): number {
  const above = parent === null ? undefined : byId.get(parent)
  return above ? level(above) + 1 : 1
}

test('every topic has its place in the tree, a name in Arabic and a name in English', () => {
  expect(topics.length).toBeGreaterThan(1000)
  expect(byId.size).toBe(topics.length)
  const seen = new Set<string | null>([null])
  for (const { id, parent, ar, en } of topics) {
    expect(seen.has(parent), `${id} stands before its parent`).toBe(true)
    expect(ar, id).toMatch(/^\p{Script=Arabic}[\p{Script=Arabic}\p{M} ،]*$/u)
    expect(en, id).toMatch(/\p{Script=Latin}/u)
    seen.add(id)
  }
})

test('no two topics are called alike in Arabic, however they are spelt', () => {
  const names = Map.groupBy(topics, ({ ar }) => foldText(ar ?? ''))
  expect([...names].filter(([, same]) => same.length > 1).map(([name]) => name)).toEqual([])
})

test('on the first three levels one short Arabic sentence says what belongs under the topic, each in its own words', () => {
  const defined = topics.filter((topic) => level(topic) <= 3)
  expect(defined.length).toBeGreaterThan(600)
  for (const { id, ar, definition } of defined) {
    expect(definition, id).toMatch(/^[\p{Script=Arabic}\p{M}\d ،:]{10,140}\.$/u)
    expect(definition, id).not.toBe(`${ar}.`)
  }
  expect(new Set(defined.map(({ definition }) => definition)).size).toBe(defined.length)
})

import { expect, test } from 'vitest'
import { eventDoubt, textDoubt } from '#lib/compare/doubts.ts'
import type { Copy } from '#lib/compare/find-copies.ts'
import { refusedStories } from '#lib/compare/obey-verdicts.ts'

const copy = (
  id: string,
  jaccard: number,
  kind: 'edited' | 'contains' = 'edited',
  storyId: string | null = null,
): Copy => ({
  of: { id, groupId: null, storyId },
  relation: {
    kind,
    jaccard,
    containment: 0.9,
    changes: { figuresOnlyInA: [], figuresOnlyInB: [], onlyInA: 0, onlyInB: 0 },
  },
})
const match = { story: 0, threshold: 0.1, runnerUp: 0 }

test('a text is doubtful where its nearest copy is near the threshold, on either side', () => {
  expect(textDoubt('new', [copy('a', 0.55)])).toMatchObject({ beside: 'a', joined: true, score: 0.55, threshold: 0.5 })
  expect(textDoubt('new', [copy('a', 0.4, 'contains')])).toMatchObject({ beside: 'a', joined: false })
  // A sure copy settles it, whatever else is half alike.
  expect(textDoubt('new', [copy('a', 0.9), copy('b', 0.55)])).toBeNull()
  expect(textDoubt('new', [copy('a', 0.2, 'contains')])).toBeNull()
  expect(textDoubt('new', [])).toBeNull()
})

test('an event is doubtful within a fifth of the threshold, on either side', () => {
  expect(eventDoubt('new', 's', { ...match, score: 0.11, runnerUp: 0.05 })).toMatchObject({
    joined: true,
    runnerUp: 0.05,
  })
  expect(eventDoubt('new', 's', { ...match, score: 0.09 })).toMatchObject({ joined: false, runnerUp: null })
  expect(eventDoubt('new', 's', { ...match, score: 0.13 })).toBeNull()
  expect(eventDoubt('new', 's', { ...match, score: 0.07 })).toBeNull()
})

test('a story is closed to what holds a text set apart from it, unless such a text lies in it as well', () => {
  const refusals = [{ kinId: 'a', kinStoryId: 'own', storyId: 'other' }]
  expect([...refusedStories([copy('a', 0.4, 'contains')], refusals)]).toEqual(['other'])
  expect([...refusedStories([copy('b', 0.4, 'contains')], refusals)]).toEqual([])
  expect([...refusedStories([copy('a', 0.4, 'contains'), copy('b', 0.4, 'contains', 'other')], refusals)]).toEqual([])
})

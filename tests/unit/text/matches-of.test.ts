import { expect, test } from 'vitest'
import { matchesOf } from '#lib/text/matches-of.ts'

test('a pattern finds what matchAll finds, empty matches too, from the beginning each time', () => {
  for (const pattern of [/(?<!\d)(20\d{2})(?!\d)/gu, /x*/g, /مارس|أبريل/gu]) {
    for (const text of ['من 2015 إلى 2023', 'axxb', 'مارس وأبريل', '']) {
      expect(matchesOf(pattern, text)).toEqual([...text.matchAll(pattern)])
      expect(matchesOf(pattern, text)).toHaveLength([...text.matchAll(pattern)].length)
    }
  }
})

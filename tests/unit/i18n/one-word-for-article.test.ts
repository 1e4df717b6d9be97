import { expect, test } from 'vitest'
import { MESSAGES } from '#lib/i18n/messages/all.ts'

/** All sentences of a language, flat. */
const sentences = (part: object): string[] =>
  Object.values(part).flatMap((value) => (typeof value === 'string' ? [value] : sentences(value)))

test('an article is called مقال on every Arabic screen, never مادة beside it', () => {
  const others = sentences(MESSAGES.ar).filter((sentence) =>
    /(?<![\p{L}])(?:ال)?(?:مادة|مواد|مادتان|مادتين)/u.test(sentence),
  )
  expect(others).toEqual([])
})

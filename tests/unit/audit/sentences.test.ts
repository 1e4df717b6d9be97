import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { eventSentence } from '#lib/i18n/event-sentence.ts'
import { i18nFor, LOCALES } from '#lib/i18n/i18n.ts'
import { MESSAGES } from '#lib/i18n/messages/all.ts'

const LIB = path.resolve(import.meta.dirname, '../../../lib')

/** Every `noun.past` in a file that records events, with the noun of one of the areas that the log can be asked for. */
const kinds = [
  ...new Set(
    readdirSync(LIB, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
      .map((name) => readFileSync(path.join(LIB, name), 'utf8'))
      .filter((text) => text.includes('recordEvent('))
      .flatMap((text) => [...text.matchAll(/'([a-z]+\.[a-z]+(?:-[a-z]+)*)'/g)].map(([, kind = '']) => kind)),
  ),
].sort()

test('what the product does is found: the list is not empty by accident', () => {
  expect(kinds).toEqual(expect.arrayContaining(['user.added', 'topic.retired', 'source.edited', 'change.undone']))
})

test.each(kinds)('%s has a sentence in both languages and a place in the filter of the log', (kind) => {
  for (const locale of LOCALES) {
    const { audit, auditLog } = MESSAGES[locale]
    expect(Object.keys(audit)).toContain(kind.replace('.', '_'))
    expect(Object.keys(auditLog.area)).toContain(kind.split('.')[0])
  }
})

test('a changed role reads as a sentence, with the roles named in the reader’s language', () => {
  const event = { kind: 'user.role-changed', data: { name: 'سلمى', from: 'editor', to: 'admin' } }
  expect(eventSentence(i18nFor('ar'), event)).toBe('تغيّر دور سلمى من محرّر إلى مشرف.')
  expect(eventSentence(i18nFor('en'), event)).toBe('Changed the role of سلمى from editor to admin.')
})

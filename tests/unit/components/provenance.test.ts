import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { flagDetails } from '#components/article/flag-details.ts'
import { provenance } from '#components/article/provenance.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'

const NOW = new Date('2026-11-17T09:00:00Z')
const [ar, en] = [i18nFor('ar', NOW), i18nFor('en', NOW)]

test('a rule is told in both languages', () => {
  expect(provenance(en, { rule: 'date.json-ld' })).toBe('read from the page’s JSON-LD')
  expect(provenance(ar, { rule: 'agency.credit-line' })).toBe('قُرئت من سطر الإسناد')
  expect(provenance(en, { rule: 'stated.title' })).toBe('stated by the delivery itself')
})

test('what a person set says who and when', () => {
  const theirs = { rule: 'person', by: 'id', name: 'Salma', at: '2026-11-16T09:00:00Z' }
  expect(provenance(en, theirs)).toBe('set by \u2068Salma\u2069, 1 day ago')
  expect(provenance(ar, theirs)).toContain('Salma')
})

test('a rule without a sentence is named, also where the page’s own name for it has dots', () => {
  expect(provenance(en, { rule: 'date.dc.date.issued' })).toBe('read from: \u2068dc.date.issued\u2069')
  expect(provenance(en, { rule: 'title.of-tomorrow' })).toBe('read from: \u2068of-tomorrow\u2069')
  expect(provenance(en, undefined)).toBe('not found')
})

test('every rule that reading names for a field of its own has a sentence', () => {
  const folder = path.resolve('lib/read')
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
  const rules = [...code.matchAll(/'((?:title|date|source|byline|agency|language)\.[a-z][a-z0-9-]*)'/g)].map(
    (m) => m[1] as string,
  )
  const ofFlags = [
    'date.none',
    'date.disagreement',
    'source.none',
    'title.none',
    'title.shares-nothing',
    'language.stretch',
  ]
  const untold = [...new Set(rules)].filter(
    (rule) => !ofFlags.includes(rule) && provenance(en, { rule }).startsWith('read from: '),
  )
  expect(rules.length).toBeGreaterThan(30)
  expect(untold).toEqual([])
})

test('a headline that does not match says which words it shares and which it does not', () => {
  const detail = { shared: ['غرد'], missing: ['معرض', 'زراب'], proposed: 'x' }
  expect(flagDetails(ar, 'title-mismatch', detail)).toEqual([
    'كلمات العنوان الموجودة في النص: غرد',
    'كلمات لا أثر لها في النص: معرض، زراب',
  ])
  expect(flagDetails(en, 'title-mismatch', { shared: [], missing: [] })).toEqual([
    'No telling word of the headline stands in the text.',
  ])
  expect(flagDetails(en, 'mixed-language', { languages: ['fr'], share: 0.25 })).toEqual([
    'Languages: French, 25% of the text.',
  ])
  expect(flagDetails(en, 'truncated')).toEqual([])
})

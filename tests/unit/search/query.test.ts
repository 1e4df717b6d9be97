import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlight } from '#lib/search/highlight.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import { askedLexemes, toTsquery } from '#lib/search/tsquery.ts'
import { toTsvector } from '#lib/search/tsvector.ts'

const all = (query: string) => toTsquery(parseQuery(query), 'all')
const any = (query: string) => toTsquery(parseQuery(query), 'any')
const marked = (text: string, query: string) =>
  highlight(text, parseQuery(query)).map((s) => text.slice(s.start, s.end))

describe('the query language', () => {
  test.each([
    ['النيجر روسيا', "('نيجر' & 'روس')"],
    ['"مجلس الأمن"', "('مجلس' <-> 'امن')"],
    ['«مجلس الأمن»', "('مجلس' <-> 'امن')"],
    ['“مجلس الأمن”', "('مجلس' <-> 'امن')"],
    ['انقلاب -السودان', "'انقلاب' & !'سودان'"],
    ['مالي OR النيجر انقلاب', "(('مالي' | 'نيجر') & 'انقلاب')"],
    ['مالي أو النيجر', "('مالي' | 'نيجر')"],
    ['-"مجلس الأمن" قمة', "'قمه' & !('مجلس' <-> 'امن')"],
    ['زيارة إلى نيامي', "('زيار' & 'نيام')"],
    ['al-Qaida', "('al' <-> 'qaida')"],
  ])('%s asks for %s', (query, tsquery) => {
    expect(all(query)).toBe(tsquery)
  })

  test('any asks for one of the words and still refuses what is refused', () => {
    expect(any('انقلاب مالي -السودان')).toContain(' | ')
    expect(any('انقلاب مالي -السودان')).toContain('& !')
  })

  test('words that only join are left out, unless there is nothing else', () => {
    expect(askedLexemes(parseQuery('ما هو الانقلاب في النيجر'))).toEqual(['انقلاب', 'نيجر'])
    expect(askedLexemes(parseQuery('من هو'))).toEqual(['من', 'هو'])
  })

  test.each(['', '   ', '"', '-', '- -', 'OR', 'OR OR', '«', '»«', '""', '-""', "'", '\\', ':*', '!!', '()', '🙂'])(
    'finds nothing to ask in %j and does not fail',
    (query) => expect(all(query)).toBe(''),
  )

  test('reads a lone quote, as while typing, as if it were not there', () => {
    expect(all('"مجلس الأمن')).toBe(all('مجلس الأمن'))
    expect(all('مالي OR')).toBe(all('مالي'))
  })

  test('whatever is typed, every lexeme stays in quotes and brackets close', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        for (const query of [all(typed), any(typed)]) {
          const bare = query.replace(/'(?:[^'\\]|''|\\\\)*'/g, '')
          expect(bare).toMatch(/^[()|&!<\-> ]*$/)
          expect(bare.split('(').length).toBe(bare.split(')').length)
        }
      }),
    )
  })

  test('knows where each term stood in what was typed', () => {
    const typed = 'انقلاب -"مجلس الأمن"'
    expect(parseQuery(typed).clauses.map((c) => typed.slice(c.any[0]?.span.start, c.any[0]?.span.end))).toEqual([
      'انقلاب',
      '-"مجلس الأمن"',
    ])
  })
})

describe('marking what was found', () => {
  test.each([
    ['زار الوفد القُـدْسَ أمس', 'القدس', ['القُـدْسَ']],
    ['والقدس وبالقدس وللقدس والمقدسي', 'القدس', ['والقدس', 'وبالقدس', 'وللقدس']],
    ['قال مجلس الأمن إن مجلس النواب', '"مجلس الأمن"', ['مجلس الأمن']],
    ['النيجر ونيجيريا', 'النيجر', ['النيجر']],
    ['😀 Élysée 😀 elysee', 'élysée', ['Élysée', 'elysee']],
    ['مالي والسودان', 'مالي -السودان', ['مالي']],
  ])('in %s, %s marks %j', (text, query, spans) => expect(marked(text, query)).toEqual(spans))

  test('every mark is a word that the index finds too', () => {
    const text = fc.array(fc.constantFrom('القدس', 'والقدس', 'قُدس', 'مقدسي', 'القدسِ', 'x', '😀', 'وزير'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(text, (words) => {
        const indexed = toTsvector('', words.join(' '))
        const hits = marked(words.join(' '), 'قدس')
        expect(hits.length > 0).toBe(indexed.includes("'قدس'"))
      }),
    )
  })
})

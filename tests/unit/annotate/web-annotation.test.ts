import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchor } from '#lib/annotate/anchor.ts'
import { fromWebAnnotation, toTarget } from '#lib/annotate/from-web-annotation.ts'
import { describeTarget } from '#lib/annotate/target.ts'
import { codePoints, type Note, toWebAnnotation, utf16Units } from '#lib/annotate/web-annotation.ts'

const TEXT = '😀 قال الرئيس في نيامي إن 𝔸 الاتفاق ملغى، و«التعاون» مستمر.'

const note = (more: Partial<Note> = {}): Note => ({
  id: 'https://desk.example/annotations/1',
  article: 'https://desk.example/articles/7',
  motivation: 'commenting',
  comment: 'هل تأكد هذا؟',
  label: null,
  language: 'ar',
  author: { id: 'https://desk.example/users/3', name: 'سلمى' },
  createdAt: new Date('2024-04-25T10:00:00Z'),
  modifiedAt: null,
  target: describeTarget(TEXT, TEXT.indexOf('الاتفاق'), TEXT.indexOf('الاتفاق') + 7),
  repliesTo: null,
  ...more,
})

describe('notes as W3C Web Annotations', () => {
  test('a comment is written with both selectors, its position in code points', () => {
    expect(toWebAnnotation(note(), TEXT)).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://desk.example/annotations/1',
      type: 'Annotation',
      motivation: 'commenting',
      creator: { id: 'https://desk.example/users/3', type: 'Person', name: 'سلمى' },
      created: '2024-04-25T10:00:00.000Z',
      body: [
        { type: 'TextualBody', value: 'هل تأكد هذا؟', format: 'text/plain', purpose: 'commenting', language: 'ar' },
      ],
      target: {
        type: 'SpecificResource',
        source: 'https://desk.example/articles/7',
        selector: [
          // Two characters before it take two UTF-16 units each.
          { type: 'TextPositionSelector', start: TEXT.indexOf('الاتفاق') - 2, end: TEXT.indexOf('الاتفاق') + 5 },
          {
            type: 'TextQuoteSelector',
            exact: 'الاتفاق',
            prefix: TEXT.slice(0, TEXT.indexOf('الاتفاق')),
            suffix: ' ملغى، و«التعاون» مستمر.',
          },
        ],
      },
    })
  })

  test('what is written is read back to the same words', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.integer({ min: 1, max: 20 }), (start, length) => {
        const target = describeTarget(TEXT, start, start + length)
        const reading = fromWebAnnotation(JSON.parse(JSON.stringify(toWebAnnotation(note({ target }), TEXT))))
        if (!reading.ok) throw new Error(reading.error)
        const read = reading.annotation.targets[0]
        expect(read && toTarget(read, TEXT)).toEqual(target)
        if (target.exact.trim()) expect(anchor(TEXT, target)).toMatchObject({ start: target.start, end: target.end })
      }),
    )
  })

  test('a reply targets the annotation it answers', () => {
    const reply = note({ motivation: 'replying', target: null, repliesTo: 'https://desk.example/annotations/9' })
    expect(toWebAnnotation(reply, TEXT)).toMatchObject({
      motivation: 'replying',
      target: 'https://desk.example/annotations/9',
    })
  })

  test('code points and UTF-16 units lead back to each other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(60), (text, points) => {
        const units = utf16Units(text, points)
        expect(codePoints(text, units)).toBe(Math.min(points, [...text].length))
      }),
    )
  })
})

describe("reading others' annotations", () => {
  test.each([
    null,
    3,
    'x',
    [],
    {},
    { target: 5 },
    { type: 'Annotation' },
    { type: 'Person', target: 'http://a.example' },
    { target: { selector: { start: -1 } } },
  ])('%j is refused with a sentence that names the property', (json) =>
    expect(fromWebAnnotation(json)).toMatchObject({ ok: false, error: expect.stringMatching(/^\S+: ./) }),
  )
  test('whatever the JSON, reading it never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(fromWebAnnotation(json)).toHaveProperty('ok')
        expect(fromWebAnnotation({ target: json, body: json })).toHaveProperty('ok')
      }),
    )
  })
  test('a selector within a selector is found', () => {
    const refinedBy = { type: 'TextQuoteSelector', exact: 'نيامي', prefix: 'في ' }
    const reading = fromWebAnnotation({
      target: { source: 'http://a.example', selector: { type: 'FragmentSelector', value: 'p2', refinedBy } },
    })
    expect(reading).toMatchObject({
      ok: true,
      annotation: { targets: [{ source: 'http://a.example', quote: { exact: 'نيامي', prefix: 'في ', suffix: '' } }] },
    })
  })

  const folder = '../shared/eval/annotation/model/wd/examples/correct'
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  describe.skipIf(files.length === 0)(`the examples of the model (skipped where ${folder} is not there)`, () => {
    test.each(files)('%s is read', (file) => {
      const json = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
      const reading = fromWebAnnotation(json)
      expect(reading).toMatchObject({ ok: true })
      if (!reading.ok) return
      expect(reading.annotation.id).toBe(json.id ?? json['@id'])
      expect(reading.annotation.targets.length).toBeGreaterThan(0)
      const said = JSON.stringify(json)
      // Every text of a body and every place in a text that the example has must have come through.
      const place = /"start":(\d+),"end":(\d+)/.exec(said)
      if (place && said.includes('TextPositionSelector')) {
        expect(reading.annotation.targets.map((t) => t.position)).toContainEqual({
          start: Number(place[1]),
          end: Number(place[2]),
        })
      }
      if (said.includes('"exact"')) expect(reading.annotation.targets.some((t) => t.quote)).toBe(true)
    })
  })
})

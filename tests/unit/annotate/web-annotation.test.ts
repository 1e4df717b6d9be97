import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anchor } from '#lib/annotate/anchor.ts'
import {
  annotationPage,
  collectionAsText,
  pagedCollection,
  wholeCollection,
} from '#lib/annotate/annotation-collection.ts'
import { fromWebAnnotation, toTarget } from '#lib/annotate/from-web-annotation.ts'
import { readAnnotations } from '#lib/annotate/read-annotations.ts'
import { describeTarget } from '#lib/annotate/target.ts'
import { codePoints, type Note, toWebAnnotation, utf16Units } from '#lib/annotate/web-annotation.ts'
import { AnnotationModel, CollectionModel, PageModel } from '#tests/unit/annotate/web-annotation-model.ts'

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
  resolvedAt: null,
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
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ن', '\u064e', '\u200f', '😀', '𝔸', '\u{10ffff}'), maxLength: 40 }),
        fc.nat(60),
        (text, points) => {
          const units = utf16Units(text, points)
          expect(codePoints(text, units)).toBe(Math.min(points, [...text].length))
        },
      ),
    )
  })
})

describe('what leaves is of the W3C model', () => {
  const kinds: [string, Note][] = [
    ['a comment', note()],
    [
      'a highlight with a label',
      note({ motivation: 'highlighting', comment: null, label: { ar: 'ادعاء', en: 'Claim' } }),
    ],
    ['a settled comment', note({ resolvedAt: new Date('2024-05-01T00:00:00Z') })],
    ['a reply', note({ motivation: 'replying', target: null, repliesTo: 'https://desk.example/articles/7#note-9' })],
    ['one of a deleted account', note({ author: null })],
    ['one on the whole article', note({ target: null })],
  ]
  const all = kinds.map(([, one]) => toWebAnnotation(one, TEXT))

  test.each(kinds)('%s', (_, one) => {
    expect(AnnotationModel.safeParse(toWebAnnotation(one, TEXT)).error).toBeUndefined()
  })
  test('a model that lets everything through would say nothing: it refuses what is none', () => {
    const [good] = all
    for (const wrong of [
      { ...good, id: undefined },
      { ...good, '@context': 'http://example.org' },
      { ...good, target: undefined },
      { ...good, created: 'yesterday' },
      { ...good, motivation: 'shouting' },
      {
        ...good,
        target: { source: 'https://a.example', selector: { type: 'TextPositionSelector', start: 9, end: 3 } },
      },
      { ...good, target: { source: 'https://a.example', selector: { type: 'TextQuoteSelector' } } },
      { ...good, body: { type: 'TextualBody' } },
    ])
      expect(AnnotationModel.safeParse(wrong).success).toBe(false)
  })
  test('all of an article, as a collection; all of the desk, page by page and as one stream', async () => {
    const id = 'https://desk.example/api/annotations'
    const whole = wholeCollection(id, 'Notes', all)
    expect(CollectionModel.safeParse(whole).error).toBeUndefined()
    expect(CollectionModel.safeParse(pagedCollection(id, 'Notes', 6, `${id}?page=1`)).error).toBeUndefined()
    const page = annotationPage(id, { id: `${id}?page=1`, items: all, next: `${id}?after=3` })
    expect(PageModel.safeParse(page).error).toBeUndefined()
    let text = ''
    const pages = async function* () {
      yield all.slice(0, 2)
      yield []
      yield all.slice(2)
    }
    for await (const part of collectionAsText(id, 'Notes', all.length, pages())) text += part
    expect(JSON.parse(text)).toEqual(whole)
    for (const file of [whole, page, all, { '@graph': all }])
      expect(readAnnotations(file)).toEqual({ annotations: readAnnotations(all).annotations, refused: [] })
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

  /** A body that is a string, `text` for `value`, `@id`: read, but no longer of the model. */
  const OF_EARLIER_DRAFTS = new Set(['anno9.json', 'anno11.json', 'anno31.json', 'anno32.json'])
  const folder = '../shared/eval/annotation/model/wd/examples/correct'
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  describe.skipIf(files.length === 0)(`the examples of the model (skipped where ${folder} is not there)`, () => {
    test.each(files)('%s is of the model that ours are held to, and is read', (file) => {
      const json = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
      const { error } = AnnotationModel.safeParse(json)
      if (!OF_EARLIER_DRAFTS.has(file)) expect(error && z.prettifyError(error)).toBeUndefined()
      const reading = fromWebAnnotation(json)
      expect(reading).toMatchObject({ ok: true })
      if (!reading.ok) return
      expect(reading.annotation.id).toBe(json.id ?? json['@id'])
      if (file === 'anno11.json') expect(reading.annotation.bodies[0]?.text).toBe('Comment text')
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

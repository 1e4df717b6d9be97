import { expect, test } from 'vitest'
import { UnreadableError } from '#lib/read/unreadable-error.ts'
import { readHtml, readText } from '#tests/unit/read/support.ts'

/** A quarter of a megabyte of one thing. What takes time with the square of its length takes a minute here. */
const much = (piece: string): string => piece.repeat(Math.ceil(250_000 / piece.length))
const SECONDS = 15

const TEXTS: [string, string][] = [
  ['full stops', `عنوان\n\n${much('.')}x`],
  ['ellipses after words', `عنوان\n\na b c d e f g h ${much('… ')}x`],
  ['the name of an agency', `عنوان\n\n${much('رويترز ')}`],
  ['an agency in small letters', `عنوان\n\n${much('afp ')}`],
  ['share buttons', much('facebook ')],
  ['spaces', `عنوان\n${much(' ')}x\nنص`],
  ['open brackets', `عنوان\n\n${much('[( ')}x`],
  ['digits', `عنوان\n\n${much('1')} x`],
]
const PAGES: [string, string][] = [
  ['tags that never close', `<html><body>${much('<a')}`],
  ['tags behind quoted brackets', `<html><body>${much('<div title="<"></zz>')}some text`],
  ['wrappers after stray end tags', `<html><body>${much('</div>')}${much('<div>')}some text`],
  ['wrappers of no known name', `<html><body>${much('<x-y>')}some text`],
  ['articles in articles', `<html><body>${much('<article>')}some text`],
  ['three hundred wrappers around each word', `<html><body>${much(`${'<div>'.repeat(300)}a ${'</div>'.repeat(300)}`)}`],
  ['list items', `<html><body>${much('<li>')}some text`],
  ['line breaks', `<html><body><p>${much('word <br>')}some text`],
  ['headlines', `<html><body>${much('<h1>x</h1>')}some text`],
  ['boxes that all claim to be the text', `<html><body>${much('<div itemprop=articleBody>Some words.</div>')}`],
  [
    'links between sentences',
    `<html><body>${much('<p><a href=x>more</a></p><p>Some words of a sentence, long enough.</p>')}`,
  ],
  ['brackets in the data of scripts', `<html><body>some text<script type="application/json">${much('[')}</script>`],
  ['spaces in JSON-LD', `<html><head><script type="application/ld+json">${much(' ')}x</script><body>some text`],
]

const reasonOr = (run: () => { text: string }): string => {
  try {
    return run().text
  } catch (error) {
    if (error instanceof UnreadableError) return error.key
    throw error
  }
}

test.each(TEXTS)('a text of %s keeps nobody waiting', { timeout: SECONDS * 1000 }, (_, text) => {
  const started = performance.now()
  expect(reasonOr(() => readText(text))).not.toBe('')
  expect(performance.now() - started).toBeLessThan(SECONDS * 1000)
})

test.each(PAGES)(
  'a page of %s gives a text or a reason, and keeps nobody waiting',
  { timeout: SECONDS * 1000 },
  (_, html) => {
    const started = performance.now()
    expect(reasonOr(() => readHtml(html))).not.toBe('')
    expect(performance.now() - started).toBeLessThan(SECONDS * 1000)
  },
)

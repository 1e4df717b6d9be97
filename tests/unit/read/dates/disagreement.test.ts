import { describe, expect, test } from 'vitest'
import type { Stated } from '#lib/core/stated.ts'
import { BRIDGE, BRIDGE_TITLE, flagsOf, readHtml, readText } from '#tests/unit/read/support.ts'

const page = (...head: string[]) =>
  `<html><head>${head.join('')}</head><body><h1>${BRIDGE_TITLE}</h1><p>${BRIDGE}</p></body></html>`
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`
const linked = (more: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: BRIDGE_TITLE, ...more })}</script>`
/** A feed's item with the page that it leads to. */
const delivered = (publishedAt: string, html: string) =>
  readText('', { bytes: new TextEncoder().encode(html), mediaType: 'text/html', stated: { publishedAt } })
const doubt = (article: ReturnType<typeof readText>) => article.flags.find((flag) => flag.kind === 'date-disagrees')

describe('two statements of the publication more than a day apart are flagged with both values', () => {
  test('a feed and the page it leads to', () => {
    const article = delivered('2024-05-09', page(meta('article:published_time', '2024-05-02T09:00:00Z')))
    expect(article.publishedAt?.value.iso).toBe('2024-05-09')
    expect(doubt(article)?.evidence.detail).toMatchObject({
      date: '2024-05-09',
      dateRule: 'stated.publishedAt',
      otherDate: '2024-05-02',
      otherRule: 'date.meta.article:published_time',
      days: 7,
    })
  })
  test('metadata and JSON-LD of one page', () => {
    const html = page(meta('article:published_time', '2024-05-02'), linked({ datePublished: '2024-05-12' }))
    expect(doubt(readHtml(html))?.evidence.detail).toMatchObject({ date: '2024-05-02', otherDate: '2024-05-12' })
  })
  test('a column of a table and the line that the text says it with', () => {
    const stated: Stated = { title: BRIDGE_TITLE, text: `نشر في: 2 مايو 2024\n${BRIDGE}`, publishedAt: '2024-05-12' }
    expect(flagsOf(readText('', { bytes: new TextEncoder().encode('{}'), stated }))).toContain('date-disagrees')
  })
  test('thirty-six hours by the clock, on neighbouring days', () => {
    const html = page(meta('article:published_time', '2024-05-02T20:00:00Z'))
    expect(flagsOf(delivered('2024-05-01T08:00:00Z', html))).toContain('date-disagrees')
  })
})

describe('what only seems to disagree is not flagged', () => {
  test.each([
    ['a time zone', '2024-05-03T01:30:00+03:00', meta('article:published_time', '2024-05-02T22:30:00Z')],
    ['the next day without an hour', '2024-05-03', meta('article:published_time', '2024-05-02T22:30:00Z')],
    [
      'an update that the feed dates it by',
      '2024-05-09T10:00:00Z',
      meta('article:published_time', '2024-05-02T09:00:00Z') + meta('article:modified_time', '2024-05-09T10:00:00Z'),
    ],
    [
      'an update that JSON-LD tells',
      '2024-05-09',
      linked({ datePublished: '2024-05-02', dateModified: '2024-05-09T06:00:00Z' }),
    ],
    ['the zero of a clock', '2024-05-09', meta('article:published_time', '1970-01-01T00:00:00Z')],
    ['day and month exchanged', '05/06/2024', meta('article:published_time', '2024-05-06')],
  ])('%s', (_, feed, head) => expect(flagsOf(delivered(feed, page(head)))).not.toContain('date-disagrees'))

  test('dates of other articles that the page shows', () => {
    const html = page(meta('article:published_time', '2024-05-09')).replace(
      '</body>',
      '<time class="entry-date" datetime="2024-02-01">1 فبراير</time></body>',
    )
    expect(flagsOf(readHtml(html))).not.toContain('date-disagrees')
  })
  test('a machine’s note of a change is never the publication', () =>
    expect(readHtml(page(meta('article:modified_time', '2024-05-09'))).publishedAt).toBeNull())
})

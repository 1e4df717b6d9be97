import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Block } from '#lib/core/article.ts'
import { read } from '#lib/read/read.ts'
import { UnreadableError } from '#lib/read/unreadable-error.ts'
import { vocabulary } from '#tests/unit/read/support.ts'

/** What a careful reader takes from a page; fields that are not there are not asked for. */
type Expected = {
  title: string
  blocks: { kind: Block['kind']; text: string }[]
  source?: string
  byline?: string
  /** ISO day. */
  publishedAt?: string
  truncated?: true
  /** Key of the reason why there is no article to read. */
  refused?: string
}

const folder = 'tests/fixtures/pages'
const pages = readdirSync(folder).map((name): [string, Expected] => [
  name,
  JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8')),
])
const readPage = (name: string) =>
  read({ bytes: readFileSync(path.join(folder, name, 'page.html')), mediaType: 'text/html' }, vocabulary)

describe('pages in the shapes that Arabic sites have', () => {
  test.each(pages.filter(([, { refused }]) => !refused))(
    '%s: the article and nothing else',
    (name, { title, blocks, source, byline, publishedAt, truncated }) => {
      const article = readPage(name)
      expect(article.blocks.map(({ kind, start, end }) => ({ kind, text: article.text.slice(start, end) }))).toEqual(
        blocks,
      )
      expect(article.title?.value).toBe(title)
      if (source) expect(article.source?.value).toBe(source)
      if (byline) expect(article.byline?.value).toBe(byline)
      if (publishedAt) expect(article.publishedAt?.value.iso.slice(0, 10)).toBe(publishedAt)
      expect(article.flags.some((flag) => flag.kind === 'truncated')).toBe(truncated ?? false)
    },
  )
  test.each(pages.filter(([, { refused }]) => refused))('%s: no article, and it is said so', (name, { refused }) => {
    expect(() => readPage(name)).toThrow(UnreadableError)
    expect(() => readPage(name)).toThrow(expect.objectContaining({ key: refused }))
  })
})

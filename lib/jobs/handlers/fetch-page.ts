import { putPage } from '#lib/batches/put-page.ts'
import { readWithoutPage } from '#lib/batches/read-without-page.ts'
import { answerOf } from '#lib/core/answer.ts'
import type { Stated } from '#lib/core/stated.ts'
import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { cleanText } from '#lib/read/clean-text.ts'
import { decode } from '#lib/read/decode.ts'
import { readPage } from '#lib/read/html/read-page.ts'
import { type Fetched, fetchAddress } from '#lib/receive/fetch/fetch-address.ts'
import { requireGood } from '#lib/receive/fetch/require-good.ts'
import { formatOf } from '#lib/receive/format-of.ts'
import { wordsOf } from '#lib/receive/formats/xml-tree.ts'
import { ProblemError } from '#lib/receive/item.ts'
import { FETCH_LIMITS } from '#lib/receive/limits.ts'

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1'
/** Troubles that may be over in half a minute; any other is final. */
const PASSING = ['fetch-dns', 'fetch-refused', 'fetch-timeout', 'fetch-slow', 'fetch-broken']
const PASSING_STATUS = [408, 425, 429, 500, 502, 503, 504]

/**
 * Gets the page of an article whose feed gave little or nothing of it. The document waits meanwhile; without a page that
 * says more than the feed, what the feed gave is read.
 * @throws ProblemError for what may be over at the next attempt
 */
export async function fetchPage(ctx: Context, { documentId }: Payloads['fetch-page']): Promise<void> {
  const document = await ctx.db.document.findFirst({
    where: { id: documentId, state: 'waiting', batch: { state: { not: 'undone' } } },
    select: { stated: true },
  })
  if (!document) return
  const { text, html, ...beside } = (document.stated ?? {}) as Stated
  try {
    const page = await pageAt(beside.address ?? '')
    const { charset } = answerOf(page)
    const given = text ?? (html ? wordsOf(html) : '')
    if (lengthOf(page, charset) <= given.length) await readWithoutPage(ctx, documentId)
    else
      await putPage(ctx, documentId, {
        bytes: page.bytes,
        charset: charset ?? null,
        stated: { ...beside, address: page.address },
      })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { problem } = error
    const isPassing = PASSING.includes(problem.key) || PASSING_STATUS.includes(Number(problem.status))
    if (!isPassing) return readWithoutPage(ctx, documentId, problem)
    await ctx.db.document.updateMany({ where: { id: documentId, state: 'waiting' }, data: { problem } })
    throw error
  }
}

/** @throws ProblemError where there is no page, or another one than was asked for */
async function pageAt(address: string): Promise<Fetched> {
  const page = requireGood(await fetchAddress(address, { ...FETCH_LIMITS, accept: ACCEPT }))
  // Sites send readers of an article they have taken down to their front page.
  if (new URL(page.address).pathname === '/' && new URL(address).pathname !== '/')
    throw new ProblemError({ key: 'page-moved' })
  if (formatOf('', page.bytes) !== 'html')
    throw new ProblemError({ key: 'unknown-format', format: answerOf(page).mediaType || '?' })
  return page
}

/** Characters of the article on a page; a shell that a script would fill has none. */
function lengthOf({ bytes, address }: Fetched, charset: string | undefined): number {
  const { text } = decode(bytes, charset)
  return readPage(cleanText(text), address).blocks.reduce((sum, block) => sum + block.text.length, 0)
}

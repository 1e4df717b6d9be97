import { putPage } from '#lib/batches/put-page.ts'
import { readWithoutPage } from '#lib/batches/read-without-page.ts'
import { waitForPage } from '#lib/batches/wait-for-page.ts'
import { answerOf } from '#lib/core/answer.ts'
import type { Stated } from '#lib/core/stated.ts'
import type { Context } from '#lib/db/context.ts'
import { inTurn } from '#lib/jobs/handlers/in-turn.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { cleanText } from '#lib/read/clean-text.ts'
import { decode } from '#lib/read/decode.ts'
import { readPage } from '#lib/read/html/read-page.ts'
import { askedByRefusal } from '#lib/receive/feeds/asked-pace.ts'
import { type Fetched, fetchAddress } from '#lib/receive/fetch/fetch-address.ts'
import { requireGood } from '#lib/receive/fetch/require-good.ts'
import { formatOf } from '#lib/receive/format-of.ts'
import { wordsOf } from '#lib/receive/formats/xml-tree.ts'
import { ProblemError } from '#lib/receive/item.ts'

/** Pages of articles have 50 kB to 2 MB. */
const LARGEST = 8 << 20
const LONGEST_MS = 45_000
const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1'
const TOO_BUSY = [429, 503]
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
    const fetched = await fetchAddress(beside.address ?? '', { maxBytes: LARGEST, maxMs: LONGEST_MS, accept: ACCEPT })
    const wait = TOO_BUSY.includes(fetched.status) ? askedByRefusal(fetched.headers, ctx.now()) : null
    if (wait !== null && (await waitForPage(ctx, documentId, wait))) return
    const page = articlePage(requireGood(fetched), beside.address ?? '')
    const { charset } = answerOf(page)
    const given = text ?? (html ? wordsOf(html) : '')
    const length = await inTurn(async () => lengthOf(page, charset))
    const stated = { ...beside, address: page.address }
    if (length <= given.length) await readWithoutPage(ctx, documentId)
    else await putPage(ctx, documentId, { bytes: page.bytes, charset: charset ?? null, stated })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { problem } = error
    const isPassing = PASSING.includes(problem.key) || PASSING_STATUS.includes(Number(problem.status))
    if (!isPassing) return readWithoutPage(ctx, documentId, problem)
    await ctx.db.document.updateMany({ where: { id: documentId, state: 'waiting' }, data: { problem } })
    throw error
  }
}

/** @throws ProblemError where it is no page, or another one than was asked for */
function articlePage(page: Fetched, asked: string): Fetched {
  // Sites send readers of an article they have taken down to their front page.
  if (new URL(page.address).pathname === '/' && new URL(asked).pathname !== '/')
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

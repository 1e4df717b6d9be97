import { deskAddress } from '#lib/core/desk-address.ts'
import { newId } from '#lib/core/id.ts'
import type { Watch } from '#lib/db/generated/client.ts'
import { fetchAddress } from '#lib/receive/fetch/fetch-address.ts'
import { requireGood } from '#lib/receive/fetch/require-good.ts'
import type { Hit } from '#lib/watches/list-hits.ts'
import { signedHeaders } from '#lib/watches/watch-secret.ts'

const WAIT_MS = 15_000
/** What a receiver says beyond "taken" is of no interest. */
const ANSWER_BYTES = 64 * 1024

/**
 * Posts what a watch has found, signed as Standard Webhooks has it. Nothing private is reached.
 * @throws FetchError where nobody answers, or not with 2xx
 */
export async function postWebhook(
  watch: Watch & { webhook: string },
  type: 'articles.found' | 'watch.test',
  hits: Hit[],
  now: Date,
): Promise<void> {
  const body = JSON.stringify({ type, timestamp: now.toISOString(), data: dataOf(watch, hits) })
  const headers = { 'content-type': 'application/json', ...signedHeaders(watch, newId(), now, body) }
  requireGood(await fetchAddress(watch.webhook, { maxBytes: ANSWER_BYTES, maxMs: WAIT_MS, headers, post: body }))
}

const dataOf = ({ id, name }: Watch, hits: Hit[]) => ({
  watch: { id, name },
  articles: hits.map((hit) => ({
    id: hit.id,
    title: hit.title,
    excerpt: hit.excerpt,
    language: hit.language,
    source: hit.sourceNames.en ?? hit.sourceNames.fr ?? hit.sourceNames.ar ?? hit.sourceName,
    publishedAt: hit.publishedAt,
    address: deskAddress(`/articles/${hit.id}`),
  })),
})

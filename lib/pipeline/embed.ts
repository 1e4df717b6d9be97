import type { Embedded } from '#lib/compare/meaning.ts'
import { env } from '#lib/core/env.ts'
import { log } from '#lib/core/log.ts'
import { askEmbeddings, EmbeddingsError, embeddingsProvider } from '#lib/pipeline/embeddings-provider.ts'

/** Texts of one request. */
const TEXTS = 64
/** Of a text: headline and lead tell the event; models read some hundred words, and some refuse more. */
const CHARACTERS = 1500
/** A provider that failed is left alone for so long, and its failures are told once in it: an import waits for nobody. */
const REST_MS = 60_000

/** Until when it is left alone, and until when its failures go untold; milliseconds since 1970. */
const rest = { until: 0, silentUntil: 0 }

type Text = { title: string | null; text: string }

/** What of an article is embedded. A letter that is cut in two is none. */
export const embeddedText = ({ title, text }: Text): string =>
  `${title ?? ''}\n${text}`.trim().slice(0, CHARACTERS).toWellFormed()

/**
 * Vectors of articles, where an embedding provider is configured: of as many as it answers for. It never throws; the
 * others are compared by their words alone, as all are where none is configured.
 * @returns null where there are none
 */
export async function embed(articles: readonly (Text & { id: string })[], now: Date): Promise<Embedded | null> {
  const provider = embeddingsProvider(env())
  if (!provider) return null
  const asked = articles.map((article) => ({ id: article.id, text: embeddedText(article) })).filter(({ text }) => text)
  const vectors = new Map<string, Float32Array>()
  for (let from = 0; from < asked.length && now.getTime() >= rest.until; from += TEXTS) {
    const some = asked.slice(from, from + TEXTS)
    try {
      const found = await askEmbeddings(
        provider,
        some.map(({ text }) => text),
      )
      some.forEach(({ id }, i) => {
        vectors.set(id, found[i] as Float32Array)
      })
    } catch (error) {
      goOnWithout(error, some.length, now)
    }
  }
  return vectors.size > 0 ? { model: provider.model, vectors } : null
}

function goOnWithout(error: unknown, articles: number, now: Date): void {
  if (!(error instanceof EmbeddingsError)) throw error
  if (!error.isOfTexts) rest.until = now.getTime() + REST_MS
  if (now.getTime() < rest.silentUntil) return
  rest.silentUntil = now.getTime() + REST_MS
  log.warn({ reason: error.message, articles }, 'the embedding provider failed; articles go on without')
}

import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { unitVector } from '#lib/compare/meaning.ts'
import type { Environment } from '#lib/core/env.ts'

/** An endpoint of the OpenAI-compatible embeddings shape, as the operator named it. */
export type EmbeddingsProvider = { url: string; model: string; key: string | undefined }

/** Why there are no vectors, in words that hold neither key nor address. */
export class EmbeddingsError extends Error {
  /** Whether it is these texts that were refused; else the provider had better be left alone for a while. */
  readonly isOfTexts: boolean

  constructor(reason: string, { isOfTexts = false } = {}) {
    super(reason)
    this.isOfTexts = isOfTexts
  }
}

/** One request: what it may take, how often it is tried, and the pause before the second time. */
const REQUEST_MS = 20_000
const TRIES = 2
const PAUSE_MS = 500

const Answer = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).min(1) })),
})

/** The provider of this installation; null where none is configured. */
export function embeddingsProvider({
  MIRQAB_EMBEDDINGS_URL: url,
  MIRQAB_EMBEDDINGS_MODEL: model,
  MIRQAB_EMBEDDINGS_KEY: key,
}: Environment): EmbeddingsProvider | null {
  return url && model ? { url, model, key } : null
}

/**
 * Vectors of length 1, one for each text. The address is the operator's own, so it may lie in a private network, unlike
 * those that articles lead to; a redirect would lead elsewhere, with the key, and is refused.
 * @param withinMs what one request may take.
 * @throws EmbeddingsError
 */
export async function askEmbeddings(
  provider: EmbeddingsProvider,
  texts: readonly string[],
  withinMs = REQUEST_MS,
): Promise<Float32Array[]> {
  for (let tried = 1; ; tried++) {
    try {
      return vectorsIn(await answerTo(provider, texts, withinMs), texts.length)
    } catch (error) {
      if (!(error instanceof EmbeddingsError) || error.isOfTexts || tried === TRIES) throw error
      await setTimeout(PAUSE_MS)
    }
  }
}

async function answerTo(
  { url, model, key }: EmbeddingsProvider,
  input: readonly string[],
  withinMs: number,
): Promise<unknown> {
  const signal = AbortSignal.timeout(withinMs)
  const refused = (error: unknown) => {
    throw new EmbeddingsError(signal.aborted ? `no answer within ${withinMs / 1000} s` : causeOf(error))
  }
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ model, input }),
    signal,
  }).catch(refused)
  const { status } = response
  if (!response.ok) {
    await response.body?.cancel()
    throw new EmbeddingsError(`it answered ${status}`, { isOfTexts: status < 500 && status !== 408 && status !== 429 })
  }
  return response.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) throw new EmbeddingsError('its answer is not JSON')
    return refused(error)
  })
}

/** The system's code for it: messages of errors name addresses and headers, and so might name the key. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined
  return cause?.code ? `cannot be reached: ${cause.code}` : 'cannot be reached, redirects, or is not to be asked so'
}

function vectorsIn(answer: unknown, count: number): Float32Array[] {
  const { data = [] } = Answer.safeParse(answer).data ?? {}
  const vectors = new Array<Float32Array | null>(count).fill(null)
  for (const { index, embedding } of data) if (index < count) vectors[index] = unitVector(embedding)
  const length = vectors[0]?.length
  return vectors.map((vector) => {
    if (vector && vector.length === length) return vector
    throw new EmbeddingsError('its answer has another shape than one vector for each text')
  })
}

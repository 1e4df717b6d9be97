import { type Finding, fine, wrong } from '#lib/cli/doctor/finding.ts'
import { env } from '#lib/core/env.ts'
import { embeddedText } from '#lib/pipeline/embed.ts'
import { askEmbeddings, EmbeddingsError, embeddingsProvider } from '#lib/pipeline/embeddings-provider.ts'

/** As long as the longest text that is sent: a model that refuses it would refuse most articles. */
const PROBE = embeddedText({
  title: 'وزراء خارجية الساحل في نيامي',
  text: 'اجتمع الوزراء وناقشوا أمن الحدود. '.repeat(60),
})

/** Whether the embedding provider answers; nothing where none is configured. */
export async function checkEmbeddings(): Promise<Finding[]> {
  const { MIRQAB_EMBEDDINGS_URL: url, MIRQAB_EMBEDDINGS_MODEL: model } = env()
  if (!url && !model) return []
  const provider = embeddingsProvider(env())
  if (!provider)
    return [
      wrong(
        'embeddings',
        `MIRQAB_EMBEDDINGS_${url ? 'MODEL' : 'URL'} is not set, so none is asked`,
        'set both, or neither',
      ),
    ]
  const began = performance.now()
  try {
    const [vector] = await askEmbeddings(provider, [PROBE])
    const ms = Math.round(performance.now() - began)
    return [fine('embeddings', `${provider.model} answers with ${vector?.length} numbers in ${ms} ms`)]
  } catch (error) {
    if (!(error instanceof EmbeddingsError)) throw error
    return [
      wrong(
        'embeddings',
        `${provider.model}: ${error.message}`,
        'check MIRQAB_EMBEDDINGS_URL (the whole address, /v1/embeddings included), _MODEL and _KEY; articles go on without',
      ),
    ]
  }
}

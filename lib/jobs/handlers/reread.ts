import type { Context } from '#lib/db/context.ts'
import { actingFor } from '#lib/jobs/handlers/acting-for.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { enqueue } from '#lib/jobs/queue.ts'
import { documentsInScope } from '#lib/reread/documents-in-scope.ts'
import { finishRun } from '#lib/reread/finish-run.ts'
import { rereadPage } from '#lib/reread/reread-page.ts'
import { currentVocabulary } from '#lib/vocabulary.ts'

/** Reads one page of a run's articles again and hands on the rest: what arrives in between gets its turn. */
export async function reread(ctx: Context, payload: Payloads['reread']): Promise<void> {
  const { run, userId, scope, after, articles } = payload
  const acting = await actingFor(ctx, userId)
  const page = await documentsInScope(ctx.db, scope, after)
  const last = page.at(-1)
  if (!last) {
    await finishRun(acting, { run, scope, articles })
    return
  }
  await rereadPage(acting, page, await currentVocabulary(ctx.db), run)
  const next = { ...payload, after: last.articleId, articles: articles + page.length }
  await enqueue(ctx.db, 'reread', next, { key: `reread:${run}` })
}

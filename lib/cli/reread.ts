import { parseArgs } from 'node:util'
import { type Command, printLine, UsageError } from '#lib/cli/command.ts'
import { printReread, summaryOf } from '#lib/cli/reread/print-reread.ts'
import type { Context } from '#lib/db/context.ts'
import type { RereadScope } from '#lib/reread/reread-scope.ts'

export const command: Command = {
  summary: 'read what is here again with the rules of today; shows what would change',
  help: `Usage: mirqab reread [--batch ID] [--source SLUG] [--since DATE] [--apply] [--json]
       mirqab reread --undo RUN

Reads the original documents of articles again, with the reader and the vocabulary of today, and prints what would change
in each: fields, text, flags, suggested tags. Nothing is written until it is said so. What a person has set (a field, a
text, a flag put aside, a tag decided on) is never touched; an earlier text is kept as a revision, and notes find their
words in the new one.

  --batch ID     only the articles of this delivery
  --source SLUG  only those of this source
  --since DATE   only what arrived on this day or later
  --apply        write it; prints the identifier of the run
  --undo RUN     take back what a run has changed, where nothing has changed since
  --json         one JSON line an article that changes, and one with the counts

Run again, it changes nothing further; stopped half-way, it goes on where something still differs.
Example: mirqab reread --source spa --since 2026-11-01
`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        batch: { type: 'string' },
        source: { type: 'string' },
        since: { type: 'string' },
        apply: { type: 'boolean', default: false },
        undo: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const { withContext } = await import('#lib/cli/with-context.ts')
    if (values.undo !== undefined) return withContext((ctx) => undo(ctx, values.undo ?? ''))
    return withContext(async (ctx) => run(ctx, await scopeOf(ctx, values), values))
  },
}

type Given = { batch?: string | undefined; source?: string | undefined; since?: string | undefined }

async function scopeOf({ db }: Context, { batch, source, since }: Given): Promise<RereadScope> {
  const { RereadScope } = await import('#lib/reread/reread-scope.ts')
  const row =
    source === undefined ? null : await db.source.findUnique({ where: { slug: source }, select: { id: true } })
  if (source !== undefined && !row) throw new UsageError(`there is no source "${source}"`)
  const scope = RereadScope.safeParse({ batchId: batch, sourceId: row?.id, since })
  if (scope.success) return scope.data
  const isBatch = scope.error.issues.some(({ path }) => path[0] === 'batchId')
  throw new UsageError(isBatch ? '--batch is the identifier of a batch' : '--since is a day like 2026-11-01')
}

async function run(ctx: Context, scope: RereadScope, { apply, json }: { apply: boolean; json: boolean }) {
  const [{ rereadArticles }, { countIn, emptyTally }, { finishRun }, { newId }] = await Promise.all([
    import('#lib/reread/reread-articles.ts'),
    import('#lib/reread/tally.ts'),
    import('#lib/reread/finish-run.ts'),
    import('#lib/core/id.ts'),
  ])
  const run = apply ? newId() : null
  const tally = emptyTally()
  for await (const page of rereadArticles(ctx, scope, run)) {
    for (const reread of page) {
      countIn(tally, reread)
      if (!reread.changes) continue
      const { articleId, title, changes } = reread
      if (json) await printLine({ articleId, title, ...changes })
      else printReread(articleId, title, changes)
    }
  }
  if (run) await finishRun(ctx, { run, scope, articles: tally.articles })
  if (json) await printLine({ ...tally, run })
  else console.log(summaryOf(tally, run))
  return 0
}

async function undo(ctx: Context, run: string): Promise<number> {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(run))
    throw new UsageError('--undo is the identifier of a run')
  const { undoRun } = await import('#lib/undo-run.ts')
  const { undone, left } = await undoRun(ctx, run)
  console.log(`taken back in ${undone} articles; ${left} have changed since and stay as they are`)
  return 0
}

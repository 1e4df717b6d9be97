import { parseArgs } from 'node:util'
import { type Command, printLine, UsageError } from '#lib/cli/command.ts'

export const command: Command = {
  summary: 'look through the stories again: merge what came in apart',
  help: `Usage: mirqab stories remerge [--since DATE] [--dry-run] [--json]

Compares the stories of the last days with each other and merges those that are clearly one event: what the worker does
each night at three by the desk's clock. Locked stories, and those of which an editor has said that they are two, stay as
they are; a story that an editor has named keeps its name. Each merge is in the history of its story and can be undone
there.

  --since DATE  stories with an article on this day or later (default: as far back as arriving articles look, and a day)
  --dry-run     print what would be merged, and write nothing
  --json        one JSON line a merge

Run again, it finds nothing further.
Example: mirqab stories remerge --since 2026-11-01 --dry-run
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { since: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
    })
    if (positionals.join(' ') !== 'remerge') throw new UsageError('stories takes one word: remerge')
    const since = values.since === undefined ? null : dayOf(values.since)
    const [{ withContext }, { remergeSince, remergeSplitStories }] = await Promise.all([
      import('#lib/cli/with-context.ts'),
      import('#lib/jobs/handlers/remerge-split-stories.ts'),
    ])
    return withContext(async (ctx) => {
      let merges = 0
      for await (const merge of remergeSplitStories(ctx, since ?? remergeSince(ctx.now()), !values['dry-run'])) {
        merges++
        const { a, b, score, threshold } = merge
        if (values.json) await printLine(merge)
        else console.log(`${a} + ${b}  ${score.toFixed(3)} (from ${threshold.toFixed(3)})`)
      }
      if (!values.json) console.log(`${merges} ${values['dry-run'] ? 'to be merged' : 'merged'}`)
      return 0
    })
  },
}

function dayOf(since: string): Date {
  const day = new Date(`${since}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since) || Number.isNaN(day.getTime()))
    throw new UsageError('--since is a day like 2026-11-01')
  return day
}

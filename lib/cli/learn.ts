import { parseArgs } from 'node:util'
import { type Command, printLine, UsageError } from '#lib/cli/command.ts'

export const command: Command = {
  summary: 'learn again from every decision which topics to suggest',
  help: `Usage: mirqab learn [--json]

Learns from all tags that people accepted, rejected and added which topics to suggest, and which of them may be accepted
unseen, and stores that for whoever reads articles. The desk does the same by itself within a minute of a decision (ten minutes from 2,000 articles on). The
same decisions give the same model, to the last bit (its checksum is printed).

  --json   print one JSON line: {"topics", "sure", "articles", "decisions", "sha256", "changed"}

Articles that are here already keep their suggestions; mirqab reread --apply makes those anew that nobody has answered.
The database is the one DATABASE_URL names, or the embedded one.
`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
    if (positionals.length > 0) throw new UsageError('learn takes no words: it learns from everything that was decided')
    const { withContext } = await import('#lib/cli/with-context.ts')
    const { learnFromDecisions } = await import('#lib/tag/learn/learn-from-decisions.ts')
    const learnt = await withContext(learnFromDecisions)
    if (values.json) await printLine(learnt)
    else
      console.log(
        `learnt ${learnt.topics} topics from ${learnt.decisions} decisions on ${learnt.articles} articles; of ${learnt.sure} the surest ` +
          `suggestions may be accepted unseen\nmodel ${learnt.sha256}${learnt.changed ? '' : ' (as before)'}`,
      )
    return 0
  },
}

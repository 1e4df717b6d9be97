import { parseArgs } from 'node:util'
import { type Command, printLine, UsageError } from '#lib/cli/command.ts'

export const command: Command = {
  summary: 'load files and folders as a batch, as an upload does',
  help: `Usage: mirqab import [OPTIONS] PATH…

Puts files and folders (recursively) into a new batch, by the same way as an upload on the screen, reads it, and prints
the report as one JSON line: {batchId, name, state, files, read, already, unreadable, problems: [{path, index, line,
problem}…], seconds, articlesPerSecond}.
Takes txt, html, mhtml, csv, tsv, json, jsonl, RSS, Atom, JSON Feed, NewsML, NITF, ninjs, docx, pdf, eml and warc, and
zip, tar and gz of them.
The database is the one DATABASE_URL names, or the embedded one.

  --name NAME    what the batch is called (the first path's name)
  --no-wait      only hand the files over; a running \`mirqab worker\` reads them
  --threads N    cores to read with (all of them)

Exits with 1 where nothing could be read. Example: mirqab import deliveries/2026-11-17 --name "17 November"
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        wait: { type: 'boolean', default: true },
        'no-wait': { type: 'boolean', default: false },
        threads: { type: 'string' },
      },
    })
    if (positionals.length === 0) throw new UsageError('name at least one file or folder')
    const { importPaths } = await import('#lib/cli/import/import-paths.ts')
    const report = await importPaths(positionals, {
      wait: values.wait && !values['no-wait'],
      ...(values.name ? { name: values.name } : {}),
      ...(values.threads ? { threads: Math.max(1, Math.trunc(Number(values.threads)) || 1) } : {}),
    })
    await printLine(report)
    return report.read + report.already === 0 && report.state === 'done' ? 1 : 0
  },
}

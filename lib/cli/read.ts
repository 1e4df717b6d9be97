import { parseArgs } from 'node:util'
import { type Command, printLine, UsageError } from '#lib/cli/command.ts'
import { filesToRead } from '#lib/cli/read/files-to-read.ts'
import { readFiles } from '#lib/cli/read/read-files.ts'

const help = `Usage: mirqab read [OPTIONS] FILE|FOLDER…

Reads text, html, csv, tsv, json, jsonl, RSS and Atom files and zips of them, opened just as a delivery to the desk is,
and prints one JSON line for each article (of a folder, recursively, its .txt and .html files where it has any):
{file, index, title, text, publishedAt, pageDate, source, origin, agency, byline, language, address, flags, evidence,
confidence}. Fields that were not found are null. A file that cannot be read prints {file, index, error}.

Options:
  --demo              also know the invented outlets of seeds/demo
  --received ISO      when the files arrived; no date is later than it
  --one-thread        do not use more than one core

Example: mirqab read batch/ > articles.jsonl
`

/** \`mirqab read\`: the reader on files, without a database. Fails only where not one file could be read. */
export const command: Command = {
  summary: 'read files into articles, one JSON line each',
  help,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        demo: { type: 'boolean', default: false },
        received: { type: 'string' },
        'one-thread': { type: 'boolean', default: false },
      },
    })
    if (positionals.length === 0) throw new UsageError('name at least one file or folder')
    const files = await filesToRead(positionals)
    let failed = 0
    let read = 0
    const options = { demo: values.demo, ...(values.received ? { receivedAt: values.received } : {}) }
    for await (const line of readFiles(files, options, values['one-thread'] ? 1 : undefined)) {
      if ('error' in line) failed++
      else read++
      await printLine(line)
    }
    return failed > 0 && read === 0 ? 1 : 0
  },
}

import { parseArgs } from 'node:util'
import { type Command, printLine, UsageError } from '#lib/cli/command.ts'
import type { ImportReport } from '#lib/cli/import/read-and-report.ts'

export const command: Command = {
  summary: 'load files and folders, or what is at web addresses, as a batch, as the desk does',
  help: `Usage: mirqab import [OPTIONS] PATH…
       mirqab import [OPTIONS] ADDRESS…

Puts files and folders (recursively) into a new batch, by the same way as an upload on the screen, reads it, and prints
the report as one JSON line: {batchId, name, state, files, read, already, unreadable, problems: [{path, index, line,
problem}…], seconds, articlesPerSecond}.
Takes txt, html, mhtml, csv, tsv, json, jsonl, RSS, Atom, JSON Feed, NewsML, NITF, ninjs, docx, pdf, eml and warc, and
zip, tar and gz of them.
Addresses (https://…, up to 50) are fetched from the public internet, and beside it from what MIRQAB_FETCH_ALLOW names.
The database is the one DATABASE_URL names, or the embedded one.

  --name NAME    what the batch is called (the first path's name, or the hosts)
  --map FIELD=COLUMN
                 which column of a table, or key of a record (\`data.body\` inside another), holds a field, where its
                 name does not say so; once for each of title, text, html, body (text or html), date, source, author,
                 language, url, agency
  --source NAME  whose articles these are, where they do not say: a source's name, domain or identifier
  --no-wait      only hand the files over; a running \`mirqab worker\` reads them
  --threads N    cores to read with (all of them)

Exits with 1 where nothing could be read. Examples:
  mirqab import deliveries/2026-11-17 --name "17 November"
  mirqab import https://www.aps.dz/ar/algerie/1234
  mirqab import archive.csv --map title=العنوان --map text=الفقرات --source aps
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
        map: { type: 'string', multiple: true, default: [] },
        source: { type: 'string' },
      },
    })
    if (positionals.length === 0) throw new UsageError('name at least one file, folder or address')
    const reading = {
      wait: values.wait && !values['no-wait'],
      ...(values.name ? { name: values.name } : {}),
      ...(values.threads ? { threads: Math.max(1, Math.trunc(Number(values.threads)) || 1) } : {}),
    }
    const addresses = positionals.filter((given) => /^https?:\/\//i.test(given))
    if (addresses.length > 0) {
      if (addresses.length < positionals.length) throw new UsageError('name either addresses or files, not both')
      if (values.map.length > 0 || values.source !== undefined) throw new UsageError('--map and --source are for files')
      const { importAddresses } = await import('#lib/cli/import/import-addresses.ts')
      return print(await importAddresses(addresses, reading))
    }
    const { columnsFrom } = await import('#lib/cli/import/columns-of-paths.ts')
    const columns = columnsFrom(values.map)
    const { importPaths } = await import('#lib/cli/import/import-paths.ts')
    const source = values.source === undefined ? {} : { source: values.source }
    return print(await importPaths(positionals, { ...reading, ...source, columns }))
  },
}

async function print(report: ImportReport): Promise<number> {
  await printLine(report)
  return report.read + report.already === 0 && report.state === 'done' ? 1 : 0
}

import { stat } from 'node:fs/promises'
import path from 'node:path'
import { type Command, UsageError } from '#lib/cli/command.ts'

export const command: Command = {
  summary: 'take what is put into a folder, until stopped',
  help: `Usage: mirqab watch FOLDER

Looks into the folder and those in it every two seconds. Files that have stood still for two seconds are stored as a
batch, which a running \`mirqab worker\` reads, and then moved to FOLDER/.taken/<day>/. Names that begin with a dot, or
end in .part, .tmp, .crdownload and their like, are left alone until they are renamed; links are not followed. Killed at
any moment, it takes nothing twice and loses nothing.
The database is the one DATABASE_URL names, or the embedded one. A worker watches by itself the folder that
MIRQAB_WATCH_FOLDER names.
`,
  async run(args) {
    const [given, ...more] = args
    if (!given || more.length > 0) throw new UsageError('name one folder')
    const found = await stat(given).catch(() => null)
    if (!found?.isDirectory()) throw new UsageError(`${given} is no folder`)
    const { withContext } = await import('#lib/cli/with-context.ts')
    const { watchFolder } = await import('#lib/cli/watch/watch-folder.ts')
    const stop = new AbortController()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
    await withContext((ctx) => watchFolder(ctx, path.resolve(given), stop.signal))
    return 0
  },
}

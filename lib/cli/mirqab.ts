#!/usr/bin/env node
import { type Command, UsageError } from '#lib/cli/command.ts'

/** Each command is loaded only when it is called: `mirqab read` starts without a database. */
const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  read: () => import('#lib/cli/read.ts'),
  compare: () => import('#lib/cli/compare.ts'),
  search: () => import('#lib/cli/search.ts'),
  suggest: () => import('#lib/cli/suggest.ts'),
  names: () => import('#lib/cli/names.ts'),
  learn: () => import('#lib/cli/learn.ts'),
  import: () => import('#lib/cli/import.ts'),
  reread: () => import('#lib/cli/reread.ts'),
  stories: () => import('#lib/cli/stories.ts'),
  watch: () => import('#lib/cli/watch.ts'),
  user: () => import('#lib/cli/user.ts'),
  db: () => import('#lib/cli/db.ts'),
  worker: () => import('#lib/cli/worker.ts'),
  doctor: () => import('#lib/cli/doctor.ts'),
}

async function help(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(10)}${(await load()).command.summary}`),
  )
  return `mirqab: a desk for editors who follow regional news\n\nUsage: mirqab COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\nmirqab COMMAND --help says more. Exit codes: 0 done, 1 failed, 2 used wrongly.\n`
}

async function main([name, ...args]: string[]): Promise<number> {
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(await help())
    return name ? 0 : 2
  }
  const load = COMMANDS[name]
  if (!load) throw new UsageError(`there is no command "${name}"`)
  const { command } = await load()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(command.help)
    return 0
  }
  return command.run(args)
}

/** What the system says of a path and what Node says of an option, in our words. */
function sentence({ code, path, message }: NodeJS.ErrnoException): string {
  if (path && code === 'ENOENT') return `there is no ${path}`
  if (path && (code === 'EACCES' || code === 'EPERM')) return `${path} may not be read by this user`
  if (path && code === 'EISDIR') return `${path} is a folder`
  return code?.startsWith('ERR_PARSE_ARGS') ? (message.split('. ')[0] ?? message) : message
}

// A reader that stops early (`mirqab read … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

// Exits once everything is written, whatever a library still holds open.
const exit = (code: number) => process.stdout.write('', () => process.exit(code))

main(process.argv.slice(2)).then(exit, (error: NodeJS.ErrnoException) => {
  const misused = error instanceof UsageError || error.code?.startsWith('ERR_PARSE_ARGS')
  const [, , name = ''] = process.argv
  const help = `mirqab ${name in COMMANDS ? `${name} ` : ''}--help shows how it is used.\n`
  process.stderr.write(`mirqab: ${sentence(error)}\n${misused ? help : ''}`)
  exit(misused ? 2 : 1)
})

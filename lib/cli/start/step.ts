/** A failure of starting that somebody can mend: what happened, and the way out, in one sentence each. */
export class StartFailure extends Error {
  readonly wayOut: string

  constructor(what: string, wayOut: string) {
    super(what)
    this.wayOut = wayOut
  }
}

/** Shows what is being done while it is done, and how long it took where that was felt. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const live = process.stdout.isTTY
  process.stdout.write(live ? `  … ${what}` : '')
  const result = await work()
  const seconds = (performance.now() - started) / 1000
  process.stdout.write(`${live ? '\r\x1b[K' : ''}  ✓ ${what}${seconds > 1 ? ` (${seconds.toFixed(1)} s)` : ''}\n`)
  return result
}

const NO_ANSWER = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
])

/** What is known of failures that the machine causes, in words. */
export function explain(error: unknown): StartFailure {
  if (error instanceof StartFailure) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC')
    return new StartFailure(
      'there is no room left on the disk',
      'Free some space, then start again: nothing that was stored is lost.',
    )
  if (code === 'EACCES' || code === 'EPERM')
    return new StartFailure(
      `a right is missing (${message})`,
      'Give yourself the right to the folder (chown), or clone it somewhere of your own.',
    )
  if ((code && NO_ANSWER.has(code)) || /^timeout expired|^Connection terminated/.test(message))
    return new StartFailure(
      `the database does not answer (${message})`,
      'Check DATABASE_URL, and that the server runs.',
    )
  if (code === '28P01' || code === '28000')
    return new StartFailure('the database refuses the user or the password', 'Check DATABASE_URL.')
  if (code === '3D000')
    return new StartFailure(
      'the database that DATABASE_URL names does not exist',
      'Create it (createdb), then start again.',
    )
  if (message.startsWith('the environment variable'))
    return new StartFailure(message.replace(/\.$/, ''), 'Correct it or leave it out, then start again.')
  // The engine's report names its own files; its first telling line is the database's.
  if (message.includes('schema-engine'))
    return new StartFailure(
      `the migrations cannot be applied to this database (${/migration_name="([^"]+)"/.exec(message)?.[1] ?? 'unknown'})`,
      'It was made by another version of Mirqab. For a demo desk, remove .data/postgres and start again; else restore a backup or see `npm run mirqab db check`.',
    )
  return new StartFailure(message, 'Run `npm run mirqab doctor` to see what is wrong; starting again is safe.')
}

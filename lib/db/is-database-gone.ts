/** PostgreSQL's and Node's codes, and Prisma's, for a server that is gone, not ready yet, or no longer at the other end. */
const CODES = new Set(
  '57P01 57P02 57P03 08000 08001 08003 08006 ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT P1001 P1002 P1017'.split(' '),
)
/** What has no code of its own: the driver's sentences, and Prisma's own words, with a code among them or none. */
const WORDS =
  /Connection terminated|(?:connection error|was closed) and is not queryable|Can't reach database server|Server has closed the connection|Code: `(?:57P0[123]|08\d{3})`/

/** Whether an error says that the server was killed, restarts, or cannot be reached: nothing that a retry would not mend. */
export function isDatabaseGone(error: unknown): boolean {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth++) {
    const { code, message, cause } = at as { code?: unknown; message?: unknown; cause?: unknown }
    if (CODES.has(String(code)) || WORDS.test(String(message))) return true
    at = cause
  }
  return false
}

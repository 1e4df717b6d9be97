import type { Prisma, PrismaClient } from '#lib/db/generated/client.ts'
import type { Role } from '#lib/db/generated/enums.ts'

/** Who acts. The worker and the command line act as the system: no account, every right. */
export type Actor =
  | { userId: string; role: Role; name: string; email: string }
  | { userId: null; role: 'admin'; name: 'system'; email: null }

export const SYSTEM: Actor = { userId: null, role: 'admin', name: 'system', email: null }

/** Prisma, or a transaction of it. */
export type Db = PrismaClient | Prisma.TransactionClient

/** What every command and query of `lib` begins with. */
export type Context = { db: Db; actor: Actor; now: () => Date }

/** Runs `work` in one transaction; inside one already, in that one. */
export function inTransaction<T>(ctx: Context, work: (tx: Context) => Promise<T>): Promise<T> {
  if (!('$transaction' in ctx.db)) return work(ctx)
  return ctx.db.$transaction((db) => work({ ...ctx, db }), { maxWait: 10_000, timeout: 60_000 })
}

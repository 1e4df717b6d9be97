import { Prisma } from '#lib/db/generated/client.ts'
import { standing } from '#lib/rules/standing.ts'

/** A watch is its owner's alone. */
export const WATCH = standing({
  noun: 'watch',
  table: Prisma.sql`watch`,
  own: ({ actor }) => Prisma.sql`user_id = ${actor.userId}::uuid`,
  path: '/watches',
})

import { Prisma } from '#lib/db/generated/client.ts'
import { standing } from '#lib/rules/standing.ts'

/** Rules are the desk's: whoever writes rules may pause, resume and delete each. */
export const RULE = standing({
  noun: 'rule',
  table: Prisma.sql`desk_rule`,
  own: () => Prisma.sql`true`,
  path: '/rules',
})

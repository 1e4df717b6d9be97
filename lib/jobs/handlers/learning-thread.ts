import { closeDatabase, prisma } from '#lib/db/client.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { learnFromDecisions } from '#lib/tag/learn/learn-from-decisions.ts'

// The thread of learn.ts: it lives as long as it learns, with a connection of its own.
try {
  await learnFromDecisions({ db: prisma(), actor: SYSTEM, now: () => new Date() })
} finally {
  await closeDatabase()
}

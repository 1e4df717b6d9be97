import { closeDatabase, prisma } from '#lib/db/client.ts'
import { SYSTEM } from '#lib/db/context.ts'
import { pollFeed } from '#lib/jobs/handlers/poll-feed.ts'

/** A process of its own that polls one feed and ends: `node poll-once.ts <feedId>`. Tests kill it. */
const [feedId = ''] = process.argv.slice(2)
await pollFeed({ db: prisma(), actor: SYSTEM, now: () => new Date() }, { feedId })
await closeDatabase()

import type { Context } from '#lib/db/context.ts'
import type { Payloads } from '#lib/jobs/payloads.ts'
import { sendWatch } from '#lib/watches/send-watch.ts'

/** Sends what a watch has found. */
export const sendWatchOf = (ctx: Context, { watchId }: Payloads['send-watch']): Promise<void> => sendWatch(ctx, watchId)

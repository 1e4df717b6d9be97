import { setTimeout } from 'node:timers/promises'
import type { Context } from '#lib/db/context.ts'

/** Between two requests to one host. Its jobs stand in one queue, so whoever waits here holds it. */
const PAUSE_MS = 1000

/** A handler that asks a server for something, and lets it rest before the next job of its queue begins. */
export const politely =
  <P>(handler: (ctx: Context, payload: P) => Promise<void>) =>
  async (ctx: Context, payload: P): Promise<void> => {
    try {
      await handler(ctx, payload)
    } finally {
      await setTimeout(PAUSE_MS)
    }
  }

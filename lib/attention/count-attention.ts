import { may } from '#lib/access/policy.ts'
import { getAttention } from '#lib/attention/get-attention.ts'
import { log } from '#lib/core/log.ts'
import type { Context } from '#lib/db/context.ts'

const MINUTE = 60_000
/** The same for everybody who may see it, so counted once a process. */
let counted: { at: number; count: number | null } = { at: 0, count: null }

/**
 * How many things need a look, for the badge that stands on every screen: at most a minute old, and no screen waits for
 * it. @returns null where nothing has been counted yet, or the actor may not know
 */
export function countAttention(ctx: Context): number | null {
  if (!may(ctx.actor.role, 'dashboard:read')) return null
  const at = ctx.now().getTime()
  if (at - counted.at >= MINUTE) {
    counted = { at, count: counted.count }
    getAttention(ctx).then(
      ({ feeds, unreadable, rules }) => {
        counted = { at, count: feeds.length + unreadable.length + rules.length }
      },
      (error) => log.warn({ err: error }, 'what needs a look could not be counted'),
    )
  }
  return counted.count
}

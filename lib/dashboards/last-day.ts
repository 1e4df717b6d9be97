import { authorize } from '#lib/access/authorize.ts'
import { env } from '#lib/core/env.ts'
import type { Context } from '#lib/db/context.ts'

/**
 * The day a period ends on when nobody says: the newest article's in the desk's calendar, so that a desk that loaded
 * last year's articles does not open on an empty month; never after today, for a wrong date may lie in the future.
 * @returns `2026-11-17`; today where there are no articles
 */
export async function lastDay({ db, actor, now }: Context): Promise<string> {
  authorize(actor, 'dashboard:read')
  const [row] = await db.$queryRaw<{ day: string }[]>`
    SELECT to_char(coalesce((SELECT a.sort_at FROM article a WHERE a.withdrawn_at IS NULL AND a.sort_at <= ${now()}
                             ORDER BY a.sort_at DESC LIMIT 1), ${now()}) AT TIME ZONE ${env().DESK_TIME_ZONE}, 'YYYY-MM-DD') AS day`
  return row?.day ?? now().toISOString().slice(0, 10)
}

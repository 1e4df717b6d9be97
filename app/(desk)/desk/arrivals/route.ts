import { z } from 'zod'
import { countArrivals, MOST_ARRIVALS } from '#lib/articles/count-arrivals.ts'
import { AppError } from '#lib/core/errors.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { askFilter } from '#lib/search/ask-filter.ts'
import { route } from '#lib/web/route.ts'

const Since = z.object({ since: z.uuid() })

/** `{text}`: how many articles of the list's filter came in after `since`, in words; null where none did. */
export const GET = route(async (ctx, request) => {
  const given = Object.fromEntries(new URL(request.url).searchParams)
  const asked = Since.safeParse(given)
  if (!asked.success) throw new AppError('invalid')
  const { filter } = await askFilter(ctx, given)
  const count = await countArrivals(ctx, filter, asked.data.since)
  const { t, number } = await requestI18n()
  const text =
    count > MOST_ARRIVALS
      ? t('triage.arrivals.more', { count: number(MOST_ARRIVALS) })
      : count > 0
        ? t('triage.arrivals.some', { count })
        : null
  return Response.json({ text }, { headers: { 'Cache-Control': 'private, no-store' } })
})

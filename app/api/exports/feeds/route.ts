import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { feedsAsOpml } from '#lib/sources/feeds-as-opml.ts'
import { route } from '#lib/web/route.ts'

/** All feeds as an OPML file. */
export const GET = route(async (ctx) => {
  const { t } = await requestI18n()
  return new Response(await feedsAsOpml(ctx, t('sources.import.exportTitle')), {
    headers: {
      'Content-Type': 'text/x-opml; charset=utf-8',
      'Content-Disposition': 'attachment; filename="mirqab-feeds.opml"',
      'Cache-Control': 'no-store',
    },
  })
})

import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import { getScope } from '#lib/dashboards/get-scope.ts'
import { isQuestion, QUESTIONS } from '#lib/dashboards/questions.ts'
import { tableCsv } from '#lib/dashboards/table.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { askFilter } from '#lib/search/ask-filter.ts'
import { route } from '#lib/web/route.ts'

/** The numbers of one question as a file, with the filter and the language of the screen it was asked from. */
export const GET = route<{ question: string }>(async (ctx, request, { question }) => {
  authorize(ctx.actor, 'export:read')
  if (!isQuestion(question)) throw new AppError('notFound', { question })
  const { filter } = await askFilter(ctx, Object.fromEntries(new URL(request.url).searchParams))
  const [scope, i18n] = await Promise.all([getScope(ctx, filter), requestI18n()])
  const csv = tableCsv(await QUESTIONS[question](ctx, i18n, scope))
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${question}_${scope.from}_${scope.to}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
})

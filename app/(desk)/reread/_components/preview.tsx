import { ChangedArticle } from '#app/(desk)/reread/_components/changed-article.tsx'
import { rereadAction } from '#app/(desk)/reread/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Empty, Panel } from '#components/ui/page.tsx'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { previewReread } from '#lib/reread/preview-reread.ts'
import type { RereadScope } from '#lib/reread/reread-scope.ts'

/** What would change, counted and listed, and the button that changes it. */
export async function Preview({ ctx, scope, i18n }: { ctx: Context; scope: RereadScope; i18n: I18n }) {
  const { t } = i18n
  const { inScope, tally, changed } = await previewReread(ctx, scope)
  if (inScope === 0) return <Empty>{t('reread.empty')}</Empty>
  const isPart = tally.articles < inScope
  const counts = Object.entries(tally.by).sort((a, b) => b[1] - a[1])
  return (
    <>
      <Panel title={t('reread.found', { articles: tally.articles, changed: tally.changed })}>
        {isPart && <p className="text-muted">{t('reread.part', { articles: tally.articles, all: inScope })}</p>}
        {tally.unreadable > 0 && <p className="text-doubt">{t('reread.unreadable', { count: tally.unreadable })}</p>}
        {counts.length > 0 && (
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {counts.map(([name, count]) => (
              <li key={name}>
                {t(`reread.what.${name}` as 'reread.what.text')}: <b>{i18n.number(count)}</b>
              </li>
            ))}
          </ul>
        )}
        {(tally.changed > 0 || isPart) && (
          <form action={rereadAction} className="mt-3 flex flex-wrap items-center gap-2">
            <input type="hidden" name="batchId" value={scope.batchId ?? ''} />
            <input type="hidden" name="sourceId" value={scope.sourceId ?? ''} />
            <Button look="primary" hotkey="a">
              {t('reread.apply', { all: inScope })}
            </Button>
            <span className="text-sm text-muted">{t('reread.applyHint')}</span>
          </form>
        )}
      </Panel>
      {changed.length > 0 && (
        <>
          <h2 className="mt-6 mb-2 text-lg font-semibold">{t('reread.list')}</h2>
          <ul className="space-y-3">
            {changed.map((reread) => (
              <ChangedArticle key={reread.articleId} reread={reread} i18n={i18n} />
            ))}
          </ul>
          {changed.length < tally.changed && (
            <p className="mt-3 text-muted">{t('reread.more', { count: tally.changed - changed.length })}</p>
          )}
        </>
      )}
    </>
  )
}

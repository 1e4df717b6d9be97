import { dismissFlagAction, editFieldAction, editTextAction } from '#app/(desk)/articles/actions.ts'
import { flagDetails, noonOf } from '#components/article/flag-details.ts'
import { Quoted } from '#components/article/quoted.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/page.tsx'
import { fieldValue } from '#lib/articles/field-value.ts'
import type { ArticleView } from '#lib/articles/get-article.ts'
import { FLAG_KINDS } from '#lib/core/article.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

type Evidence = { quote?: string; detail?: Record<string, unknown> }

/** The doubts about this article, each with its evidence in words and what to do about it. */
export function FlagsPanel({ article, back, i18n }: { article: ArticleView; back: string; i18n: I18n }) {
  const { t } = i18n
  const known = article.flags.flatMap((flag) => {
    const kind = FLAG_KINDS.find((k) => k === flag.kind)
    return kind ? [{ ...flag, kind }] : []
  })
  if (known.length === 0) return null
  const open = known.filter((flag) => !flag.dismissedAt)
  return (
    <Panel title={t('flags.label')} className={open.length > 0 ? 'border-s-4 border-s-doubt' : ''}>
      <ul className="space-y-3">
        {known.map(({ kind, evidence, confidence, dismissedAt }) => {
          const { quote, detail } = (evidence ?? {}) as Evidence
          const proposed = typeof detail?.proposed === 'string' ? detail.proposed : null
          return (
            <li key={kind}>
              <div className="flex flex-wrap items-center gap-2">
                <Badge tone={dismissedAt ? 'neutral' : 'doubt'}>
                  <span aria-hidden="true">⚠</span> {t(`flags.name.${kind}`)}
                </Badge>
                <span className="text-sm text-muted">
                  {dismissedAt
                    ? t('article.flags.dismissed')
                    : t('article.flags.confidence', { percent: i18n.percent(confidence) })}
                </span>
                <form action={dismissFlagAction} className="ms-auto">
                  <input type="hidden" name="articleId" value={article.id} />
                  <input type="hidden" name="kind" value={kind} />
                  <input type="hidden" name="dismissed" value={String(!dismissedAt)} />
                  <Button
                    small
                    look="quiet"
                    aria-label={`${t(dismissedAt ? 'article.flags.restore' : 'article.flags.dismiss')}: ${t(`flags.name.${kind}`)}`}
                  >
                    {t(dismissedAt ? 'article.flags.restore' : 'article.flags.dismiss')}
                  </Button>
                </form>
              </div>
              {!dismissedAt && (
                <div className="mt-1 space-y-1 text-sm">
                  <p>{t(`flags.why.${kind}`)}</p>
                  {flagDetails(i18n, kind, detail).map((sentence) => (
                    <p key={sentence} className="text-muted">
                      {sentence}
                    </p>
                  ))}
                  {kind === 'date-disagrees' && typeof detail?.otherDate === 'string' && (
                    <form action={editFieldAction}>
                      <input type="hidden" name="articleId" value={article.id} />
                      <input type="hidden" name="field" value="publishedAt" />
                      <input type="hidden" name="was" value={fieldValue(article, 'publishedAt')} />
                      <input type="hidden" name="value" value={detail.otherDate} />
                      <Button small hotkey="u">
                        {t('article.flags.useDate', { date: i18n.day(noonOf(detail.otherDate)) })}
                      </Button>
                    </form>
                  )}
                  {quote && kind !== 'title-mismatch' && <Quoted text={quote} language={article.language} />}
                  {kind === 'title-mismatch' && proposed && (
                    <form action={editTextAction} className="flex flex-wrap items-center gap-2">
                      <input type="hidden" name="articleId" value={article.id} />
                      <input type="hidden" name="back" value={back} />
                      <input type="hidden" name="revision" value={article.revision} />
                      <input type="hidden" name="title" value={proposed} />
                      <span>
                        {t('article.flags.proposed')}: <Quoted text={proposed} language={article.language} />
                      </span>
                      <Button small hotkey="y">
                        {t('article.flags.useTitle')}
                      </Button>
                    </form>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

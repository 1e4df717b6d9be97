import { seeNoticesAction } from '#app/(desk)/notices/actions.ts'
import { Quoted } from '#components/article/quoted.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { ListedNotice } from '#lib/notices/list-notices.ts'

const SHOWN = 160

/** A notice as one button: pressing it marks it as seen and goes to its place. */
export function NoticeLine({ notice, i18n }: { notice: ListedNotice; i18n: I18n }) {
  const { t } = i18n
  const { by, article, annotation, watch, articles, kind } = notice
  return (
    <li>
      <form action={seeNoticesAction}>
        <input type="hidden" name="noticeId" value={notice.id} />
        <button type="submit" className="grid w-full gap-0.5 p-3 text-start hover:bg-raised">
          <span className="flex flex-wrap items-center gap-2">
            {!notice.seenAt && <Badge tone="accent">{t('notices.isNew')}</Badge>}
            <span className={notice.seenAt ? '' : 'font-semibold'}>
              {t(`notices.kind.${kind}`, {
                // Isolated: a name of another direction must not turn the sentence.
                who: `\u2068${by?.name ?? t('notices.somebody')}\u2069`,
                watch: watch?.name ?? '',
                articles,
              })}
            </span>
            <time dateTime={notice.createdAt.toISOString()} className="ms-auto text-sm text-muted">
              {i18n.minute(notice.createdAt)}
            </time>
          </span>
          {annotation && (
            <span className="text-sm">
              <Quoted text={annotation.exact.slice(0, SHOWN)} language={article?.language ?? 'und'} />
            </span>
          )}
          {article && (
            <span className="text-sm text-muted">
              <bdi {...(article.language === 'und' ? {} : { lang: article.language })}>
                {article.title ?? t('notices.noTitle')}
              </bdi>
            </span>
          )}
        </button>
      </form>
    </li>
  )
}

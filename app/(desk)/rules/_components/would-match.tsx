import { ArticleItem } from '#components/article/article-item.tsx'
import type { ArticleLine } from '#lib/core/article-line.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = {
  question: { query: string; count: number; capped: boolean; rows: { lead: ArticleLine }[] }
  i18n: I18n
}

/** What a search finds in the archive, before something is made of it. */
export function WouldMatch({ question: { query, count, capped, rows }, i18n }: Props) {
  const { t, number } = i18n
  if (!query) return <p className="text-muted">{t('watches.nothingAsked')}</p>
  return (
    <>
      <p role="status">
        {capped ? t('watches.wouldMatchMany', { count: number(count) }) : t('watches.wouldMatch', { count })}
      </p>
      <ul className="mt-2 max-h-96 divide-y divide-edge overflow-y-auto">
        {rows.map(({ lead }) => (
          <li key={lead.id} className="py-1.5">
            <ArticleItem article={lead} i18n={i18n} />
          </li>
        ))}
      </ul>
    </>
  )
}

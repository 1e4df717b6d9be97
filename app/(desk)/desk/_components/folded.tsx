import Link from 'next/link'
import { ArticleItem } from '#components/article/article-item.tsx'
import { sourceLabel } from '#components/article/source-line.tsx'
import type { DeskRow } from '#lib/articles/list-desk.ts'
import type { ArticleLine } from '#lib/core/article-line.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** The rest of a row's story: the same text elsewhere, then what others wrote about it. */
export function Folded({ row, i18n }: { row: DeskRow; i18n: I18n }) {
  const { copies, others, articleCount, lead } = row
  if (copies.length + others.length === 0) return null
  const { t, locale, number } = i18n
  const hidden = articleCount - 1 - copies.length - others.length
  const names = new Set([...copies, ...others].map((article) => sourceLabel(i18n, article) ?? t('desk.unknownSource')))
  const joined = new Intl.ListFormat(locale, { style: 'short' }).format([...names].slice(0, 5))
  return (
    <details className="max-w-full min-w-0 text-sm open:basis-full lg:max-w-80 lg:open:max-w-none">
      <summary className="min-h-6 truncate leading-6 text-accent">
        {t('desk.alsoIn', { names: names.size > 5 ? `${joined} …` : joined })}
      </summary>
      <div className="mt-1 grid gap-2 border-s-2 border-edge ps-3">
        <Some title={t('desk.copiesTitle')} articles={copies} i18n={i18n} />
        <Some title={t('desk.others')} articles={others} i18n={i18n} />
        {hidden > 0 && lead.storyId && (
          <Link href={`/stories/${lead.storyId}`} prefetch={false} className="text-accent hover:underline">
            {t('desk.andMore', { count: number(hidden) })}
          </Link>
        )}
      </div>
    </details>
  )
}

function Some({ title, articles, i18n }: { title: string; articles: ArticleLine[]; i18n: I18n }) {
  if (articles.length === 0) return null
  return (
    <section>
      <h4 className="font-semibold text-muted">{title}</h4>
      <ul className="grid gap-1.5">
        {articles.map((article) => (
          <li key={article.id}>
            <ArticleItem article={article} i18n={i18n} />
          </li>
        ))}
      </ul>
    </section>
  )
}

import Link from 'next/link'
import type { ArticleParams } from '#app/(desk)/articles/[id]/search-params.ts'
import { ArticleTitle } from '#components/article/article-title.tsx'
import { SourceLine } from '#components/article/source-line.tsx'
import { StateBadge } from '#components/article/state-badge.tsx'
import type { ArticleView } from '#lib/articles/get-article.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { isolate } from '#lib/i18n/isolate.ts'

type Props = { article: ArticleView; at: (params: ArticleParams) => string; i18n: I18n }

/** Headline, who published it and when, and the ways to the original. */
export function Head({ article, at, i18n }: Props) {
  const { t } = i18n
  const { source } = article
  const line = {
    ...article,
    sourceNames: { ar: source?.nameAr ?? null, en: source?.nameEn ?? null, fr: source?.nameFr ?? null },
    printedSource: article.sourceName,
  }
  const address = article.address && /^https?:\/\//.test(article.address) ? article.address : null
  return (
    <header className="mb-4 space-y-2">
      <h1 className="max-w-[44rem] text-2xl leading-snug font-semibold">
        <ArticleTitle article={article} i18n={i18n} />
      </h1>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <SourceLine article={line} i18n={i18n} />
        <StateBadge state={article.state} i18n={i18n} />
        {article.assignee && <span>{t('article.state.with', { name: isolate(article.assignee.name) })}</span>}
        <span>{t('article.words', { count: article.wordCount })}</span>
        {article.revision > 1 && <span>{t('article.revised', { number: article.revision })}</span>}
      </div>
      <nav className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <Link
          href={`/articles/${article.id}/original`}
          prefetch={false}
          aria-keyshortcuts="o"
          className="inline-block min-h-6 text-accent hover:underline"
        >
          {t('article.original')}
        </Link>
        <Link
          href={at({ edit: 'text' })}
          prefetch={false}
          aria-keyshortcuts="r"
          className="inline-block min-h-6 text-accent hover:underline"
        >
          {t('article.editText')}
        </Link>
        {address && (
          <a
            href={address}
            rel="noreferrer noopener"
            target="_blank"
            className="inline-block min-h-6 text-accent hover:underline"
          >
            {t('article.open')} <span aria-hidden="true">↗</span>
          </a>
        )}
      </nav>
    </header>
  )
}

import Link from 'next/link'
import type { ReactNode } from 'react'
import { ArticleTitle } from '#components/article/article-title.tsx'
import { FlagBadges } from '#components/article/flag-badges.tsx'
import { SourceLine } from '#components/article/source-line.tsx'
import type { ArticleLine } from '#lib/core/article-line.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

/** An article in a short list: headline, source, time and doubts; `children` stand after them. */
export function ArticleItem({ article, i18n, children }: { article: ArticleLine; i18n: I18n; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
      <Link href={`/articles/${article.id}`} prefetch={false} className="font-semibold hover:underline">
        <ArticleTitle article={article} i18n={i18n} />
      </Link>
      <SourceLine article={article} i18n={i18n} />
      <FlagBadges flags={article.flags} i18n={i18n} />
      {children}
    </div>
  )
}

import { ArticleItem } from '#components/article/article-item.tsx'
import { Marked } from '#components/article/marked.tsx'
import type { ArticleWithText } from '#lib/articles/list-with-texts.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { directionOf } from '#lib/text/direction.ts'
import type { Span } from '#lib/text/fold.ts'

type Props = { article: ArticleWithText; label: string; marks: Span[]; isCut: boolean; i18n: I18n }

/** One of two articles that are read side by side, what they share marked. */
export function Beside({ article, label, marks, isCut, i18n }: Props) {
  const { language, text } = article
  return (
    <section aria-label={label} className="min-w-0 rounded-lg border border-edge bg-surface p-4">
      <ArticleItem article={article} i18n={i18n} />
      <div tabIndex={0} role="region" aria-label={label} className="mt-2 max-h-[55vh] overflow-y-auto">
        <p
          {...(language === 'und' ? {} : { lang: language })}
          dir={directionOf(language)}
          className="read break-words whitespace-pre-line"
        >
          <Marked text={text} spans={withoutOverlap(marks, text.length)} />
        </p>
        {isCut && <p className="mt-2 text-sm text-muted">{i18n.t('review.cut')}</p>}
      </div>
    </section>
  )
}

/** Spans in order, those that touch made one, within the text that is shown. Pure. */
export function withoutOverlap(spans: readonly Span[], length: number): Span[] {
  const merged: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start >= length) continue
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, Math.min(end, length))
    else merged.push({ start, end: Math.min(end, length) })
  }
  return merged
}

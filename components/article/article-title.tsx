import { Marked } from '#components/article/marked.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import { directionOf } from '#lib/text/direction.ts'
import type { Span } from '#lib/text/fold.ts'

type Props = { article: { title: string | null; language: string }; i18n: I18n; spans?: readonly Span[] }

/** A headline in its own language and direction; said so where there is none. */
export function ArticleTitle({ article, i18n, spans = [] }: Props) {
  if (!article.title) return <span className="italic text-muted">{i18n.t('desk.noTitle')}</span>
  const { language } = article
  return (
    <bdi {...(language === 'und' ? {} : { lang: language })} dir={directionOf(language)}>
      <Marked text={article.title} spans={spans} />
    </bdi>
  )
}

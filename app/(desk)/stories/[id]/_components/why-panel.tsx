import { ArticleTitle } from '#components/article/article-title.tsx'
import { EventReasons } from '#components/article/event-reasons.tsx'
import { sourceLabel } from '#components/article/source-line.tsx'
import type { StoryArticle } from '#lib/articles/list-story-articles.ts'
import { MOST_TEXTS, whyInStory } from '#lib/compare/why-in-story.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { PageContext } from '#lib/web/page-context.ts'

type Props = { ctx: PageContext; storyId: string; articles: StoryArticle[]; i18n: I18n }

/** Why the texts of a story lie together, one after the other; worked out when it is asked for. */
export async function WhyPanel({ ctx, storyId, articles, i18n }: Props) {
  const { t } = i18n
  const reasons = await whyInStory(ctx, storyId)
  if (reasons.length === 0) return <p className="text-muted">{t('review.why.alone')}</p>
  return (
    <>
      <p className="text-sm text-muted">
        {t('review.why.intro')} {t('review.why.most', { count: MOST_TEXTS })}
      </p>
      <ol className="divide-y divide-edge">
        {reasons.map((why) => {
          const article = articles.find((one) => one.id === why.articleId)
          if (!article) return null
          return (
            <li key={why.articleId} className="py-3">
              <h3 className="font-semibold">
                <ArticleTitle article={article} i18n={i18n} />{' '}
                <span className="text-sm font-normal text-muted">
                  <bdi>{sourceLabel(i18n, article) ?? t('desk.unknownSource')}</bdi>
                </span>
              </h3>
              <EventReasons why={why} language={article.language} under={t('review.why.under')} i18n={i18n} />
            </li>
          )
        })}
      </ol>
    </>
  )
}

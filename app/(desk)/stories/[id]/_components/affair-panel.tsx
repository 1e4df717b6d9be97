import Link from 'next/link'
import { ArticleTitle } from '#components/article/article-title.tsx'
import { Panel } from '#components/ui/page.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { AffairStory } from '#lib/stories/list-affair.ts'

/** What came before in the same affair and what came after: a long affair is a chain of stories. Nothing where it is alone. */
export function AffairPanel({ stories, i18n }: { stories: AffairStory[]; i18n: I18n }) {
  const { t } = i18n
  if (stories.length === 0) return null
  const parts = (['later', 'earlier'] as const).map((when) => ({ when, of: stories.filter((s) => s.when === when) }))
  return (
    <Panel title={t('stories.affair.title')}>
      {parts
        .filter(({ of }) => of.length > 0)
        .map(({ when, of }) => (
          <section key={when} className="mt-2 first:mt-0">
            <h3 className="text-sm text-muted">{t(`stories.affair.${when}`)}</h3>
            <ul className="divide-y divide-edge">
              {of.map((story) => (
                <AffairLine key={story.id} story={story} i18n={i18n} />
              ))}
            </ul>
          </section>
        ))}
    </Panel>
  )
}

function AffairLine({ story, i18n }: { story: AffairStory; i18n: I18n }) {
  const { t, locale } = i18n
  const names = story.shared.flatMap(({ ar, en }) => (locale === 'ar' ? (ar ?? en) : (en ?? ar)) ?? [])
  return (
    <li className="py-1.5">
      <Link href={`/stories/${story.id}`} prefetch={false} className="font-semibold hover:underline">
        {story.title ? (
          <bdi>{story.title}</bdi>
        ) : (
          <ArticleTitle article={{ title: story.headline, language: story.language ?? 'und' }} i18n={i18n} />
        )}
      </Link>
      <p className="text-sm text-muted">
        <time dateTime={story.firstAt.toISOString()}>{i18n.day(story.firstAt)}</time>
        {' · '}
        {t('stories.articles', { count: story.articleCount })}
        {names.map((name) => (
          <span key={name}>
            {' · '}
            <bdi>{name}</bdi>
          </span>
        ))}
      </p>
    </li>
  )
}

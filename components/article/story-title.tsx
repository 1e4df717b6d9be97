import Link from 'next/link'
import type { I18n } from '#lib/i18n/i18n.ts'
import { directionOf } from '#lib/text/direction.ts'

type Story = {
  id: string
  title: string | null
  headline: string | null
  language: string | null
  articleCount: number
  sources: number
  firstAt: Date
  lastAt: Date
}

/** A story in a list: its working title or first headline, how many tell it, and from when to when. */
export function StoryTitle({ story, i18n }: { story: Story; i18n: I18n }) {
  const { t } = i18n
  const [from, to] = [i18n.day(story.firstAt), i18n.day(story.lastAt)]
  const title = story.title ?? story.headline
  const language = story.title ? null : story.language
  return (
    <>
      <Link href={`/stories/${story.id}`} prefetch={false} className="font-semibold hover:underline">
        {title ? (
          <bdi {...(language && language !== 'und' ? { lang: language } : {})} dir={directionOf(language)}>
            {title}
          </bdi>
        ) : (
          <span className="italic text-muted">{t('stories.noTitle')}</span>
        )}
      </Link>
      <p className="text-sm text-muted">
        {t('stories.articles', { count: story.articleCount })} · {t('stories.sources', { count: story.sources })} ·{' '}
        {from === to ? t('stories.on', { day: from }) : t('stories.from', { from, to })}
      </p>
    </>
  )
}

import type { Timeline } from '#app/(desk)/stories/[id]/_components/timeline-of.ts'
import { FirstLine } from '#components/article/origin-line.tsx'
import { sourceLabel } from '#components/article/source-line.tsx'
import { Panel } from '#components/ui/page.tsx'
import type { StoryArticle } from '#lib/articles/list-story-articles.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { isolate } from '#lib/i18n/isolate.ts'

type Props = { timeline: Timeline; i18n: I18n }

/** Who published, with a text of their own or somebody else's; who was first; which agencies are behind it. */
export function WhatDiffers({ timeline: { entries, told }, i18n }: Props) {
  const { t } = i18n
  const name = (article: StoryArticle) => sourceLabel(i18n, article) ?? t('desk.unknownSource')
  const all = entries.flatMap(({ article, copies }) => [article, ...copies])
  const agencies = [...new Set(all.flatMap((article) => article.agency ?? []))]
  const languages = [...new Set(all.map((article) => article.language))].map(i18n.languageName)
  const rows = entries.flatMap(({ article, copies }) => [
    { id: article.id, who: name(article), what: t('stories.ownText') },
    ...copies.map((copy) => ({
      id: copy.id,
      who: name(copy),
      what: t('stories.copied', { source: isolate(name(article)) }),
    })),
  ])
  return (
    <Panel title={t('stories.facts')}>
      <p>
        {t('stories.texts', { count: entries.length })} · {languages.join(' · ')}
      </p>
      <FirstLine told={told} of="story" i18n={i18n} />
      <p className="text-sm text-muted">
        {agencies.length > 0
          ? t('stories.agencies', { names: agencies.map(i18n.agencyName).join(' · ') })
          : t('stories.noAgency')}
      </p>
      <h3 className="mt-3 text-sm text-muted">{t('stories.whoPublished')}</h3>
      <ul className="divide-y divide-edge">
        {rows.slice(0, 60).map(({ id, who, what }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-3 py-1">
            <bdi className="font-semibold">{who}</bdi>
            <span className="text-sm text-muted">{what}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { z } from 'zod'
import { AffairPanel } from '#app/(desk)/stories/[id]/_components/affair-panel.tsx'
import { MergePanel } from '#app/(desk)/stories/[id]/_components/merge-panel.tsx'
import { RenamePanel } from '#app/(desk)/stories/[id]/_components/rename-panel.tsx'
import { Timeline } from '#app/(desk)/stories/[id]/_components/timeline.tsx'
import { timelineOf } from '#app/(desk)/stories/[id]/_components/timeline-of.ts'
import { WhatDiffers } from '#app/(desk)/stories/[id]/_components/what-differs.tsx'
import { WhyPanel } from '#app/(desk)/stories/[id]/_components/why-panel.tsx'
import { StoryParams } from '#app/(desk)/stories/[id]/search-params.ts'
import { lockStoryAction } from '#app/(desk)/stories/actions.ts'
import { ArticleTitle } from '#components/article/article-title.tsx'
import { EventList } from '#components/article/event-list.tsx'
import { ReasonInput } from '#components/article/reason-input.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Fold } from '#components/ui/fold.tsx'
import { Empty, Page, Panel } from '#components/ui/page.tsx'
import { listStoryArticles } from '#lib/articles/list-story-articles.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import { toTsquery } from '#lib/search/tsquery.ts'
import { getStory } from '#lib/stories/get-story.ts'
import { listAffair } from '#lib/stories/list-affair.ts'
import { listStories } from '#lib/stories/list-stories.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [ctx, { id }, { t }] = await Promise.all([pageContext(), params, requestI18n()])
  if (!z.uuid().safeParse(id).success) notFound()
  const story = await orNotFound(getStory(ctx, id))
  return { title: story.title ?? t('article.story.title') }
}

export default async function StoryPage({ params, searchParams }: Props) {
  const [ctx, { id }, given, i18n] = await Promise.all([pageContext(), params, searchParams, requestI18n()])
  if (!z.uuid().safeParse(id).success) notFound()
  const { find, why } = StoryParams.parse(given)
  const { t } = i18n
  const [story, articles, affair, found] = await Promise.all([
    orNotFound(getStory(ctx, id)),
    listStoryArticles(ctx, id),
    listAffair(ctx, id),
    find ? listStories(ctx, { tsquery: toTsquery(parseQuery(find), 'all'), exceptId: id, limit: 8 }) : [],
  ])
  const timeline = timelineOf(articles)
  const head = timeline.entries.find(
    ({ article }) => article.title && !article.flags.some((f) => f.kind === 'title-mismatch'),
  )
  const title = story.title ? (
    <bdi>{story.title}</bdi>
  ) : head ? (
    <ArticleTitle article={head.article} i18n={i18n} />
  ) : (
    t('stories.noTitle')
  )
  const lock = (
    <form action={lockStoryAction} className="flex grow items-center gap-2 sm:grow-0">
      <input type="hidden" name="storyId" value={id} />
      <input type="hidden" name="locked" value={String(!story.lockedAt)} />
      <Button
        small
        hotkey="l"
        title={t(story.lockedAt ? 'stories.lockedHint' : 'stories.lockHint')}
        className="shrink-0"
      >
        {t(story.lockedAt ? 'stories.unlock' : 'stories.lock')}
      </Button>
      <ReasonInput i18n={i18n} className="grow" />
    </form>
  )
  return (
    <Page
      title={title}
      aside={
        <>
          {story.lockedAt && <Badge>{t('stories.locked')}</Badge>}
          <Link href={deskLink({ story: id })} prefetch={false} className={buttonClass('plain', true)}>
            {t('stories.desk')}
          </Link>
          {lock}
        </>
      }
    >
      {articles.length === 0 ? (
        <Empty
          next={
            <Link href="/stories" className={buttonClass('primary')}>
              {t('stories.goneNext')}
            </Link>
          }
        >
          {t('stories.gone')}
        </Empty>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="min-w-0 space-y-4">
            <Panel title={`${t('stories.timeline')} (${t('stories.articles', { count: articles.length })})`}>
              <Timeline storyId={id} timeline={timeline} i18n={i18n} />
            </Panel>
            {timeline.entries.length > 1 && (
              <section id="why" className="scroll-mt-24 rounded-lg border border-edge bg-surface p-4">
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <h2 className="font-semibold">{t('review.why.title')}</h2>
                  <Link
                    href={why ? `/stories/${id}` : `/stories/${id}?why=1#why`}
                    prefetch={false}
                    aria-keyshortcuts="w"
                    className={buttonClass('plain', true)}
                  >
                    {t(why ? 'review.why.close' : 'review.why.show')}
                  </Link>
                </div>
                {why && (
                  <Suspense fallback={<p className="text-muted">{t('common.loading')}</p>}>
                    <WhyPanel ctx={ctx} storyId={id} articles={articles} i18n={i18n} />
                  </Suspense>
                )}
              </section>
            )}
          </div>
          <aside className="space-y-4">
            <RenamePanel story={story} i18n={i18n} />
            {articles.length > 1 && <WhatDiffers timeline={timeline} i18n={i18n} />}
            <AffairPanel stories={affair} i18n={i18n} />
            <MergePanel storyId={id} find={find} found={found} i18n={i18n} />
          </aside>
        </div>
      )}
      <div className="mt-4">
        <Panel>
          <Fold summary={`${t('stories.history')} (${i18n.number(story.events.length)})`}>
            <EventList events={story.events} i18n={i18n} />
          </Fold>
        </Panel>
      </div>
    </Page>
  )
}

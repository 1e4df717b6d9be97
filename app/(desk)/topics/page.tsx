import Link from 'next/link'
import { TopicPath } from '#app/(desk)/topics/_components/topic-path.tsx'
import { TopicTable } from '#app/(desk)/topics/_components/topic-table.tsx'
import { TopicListParams } from '#app/(desk)/topics/search-params.ts'
import { ListSearch } from '#components/layout/list-search.tsx'
import { Pager } from '#components/layout/pager.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { getTopic } from '#lib/tag/get-topic.ts'
import { listTopics } from '#lib/tag/list-topics.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('vocabulary.topics') }
}

export default async function TopicsPage({ searchParams }: Props) {
  const [ctx, { t, locale }, given] = await Promise.all([pageContext('taxonomy:edit'), requestI18n(), searchParams])
  const { q, parent, after } = TopicListParams.parse(given)
  const [{ topics, total, next }, here] = await Promise.all([
    listTopics(ctx, { q, parent, after, locale }),
    parent && !q ? orNotFound(getTopic(ctx, parent)) : null,
  ])
  return (
    <Page
      title={t('vocabulary.topics')}
      aside={
        here && (
          <>
            <Link href={`/topics/${encodeURIComponent(here.id)}`} aria-keyshortcuts="e" className={buttonClass()}>
              {t('lists.edit')}
            </Link>
            {!here.retiredAt && (
              <Link
                href={`/topics/new?parent=${encodeURIComponent(here.id)}`}
                aria-keyshortcuts="a"
                className={buttonClass('primary')}
              >
                {t('vocabulary.addTopic')}
              </Link>
            )}
          </>
        )
      }
    >
      <ListSearch path="/topics" label={t('vocabulary.topicSearch')} q={q} total={total} />
      {here && <TopicPath path={[...here.path, here]} />}
      {topics.length === 0 ? (
        <Empty>{q ? t('vocabulary.noTopic') : t('vocabulary.noChildren')}</Empty>
      ) : (
        <TopicTable topics={topics} />
      )}
      <Pager path="/topics" query={{ q, parent }} next={next} isFirst={!after} />
    </Page>
  )
}

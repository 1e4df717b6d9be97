import Link from 'next/link'
import { MergeTopicPanel } from '#app/(desk)/topics/_components/merge-topic-panel.tsx'
import { TopicForm } from '#app/(desk)/topics/_components/topic-form.tsx'
import { TopicPath } from '#app/(desk)/topics/_components/topic-path.tsx'
import { editTopicAction, restoreTopicAction, retireTopicAction } from '#app/(desk)/topics/actions.ts'
import { TopicParams } from '#app/(desk)/topics/search-params.ts'
import { RetirePanel } from '#components/layout/retire-panel.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Page } from '#components/ui/page.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { findTargets } from '#lib/tag/find-targets.ts'
import { getTopic } from '#lib/tag/get-topic.ts'
import { isDeskTopic } from '#lib/tag/is-desk-topic.ts'
import { nameOf } from '#lib/web/name-of.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('vocabulary.topics') }
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function TopicPage({ params, searchParams }: Props) {
  const [ctx, { t, locale }, given, asked] = await Promise.all([
    pageContext('taxonomy:edit'),
    requestI18n(),
    params,
    searchParams,
  ])
  const id = nameOf(given.id)
  const { into } = TopicParams.parse(asked)
  const [topic, found] = await Promise.all([
    orNotFound(getTopic(ctx, id)),
    into ? findTargets(ctx, ['topic'], id, into) : [],
  ])
  const { mergedInto } = topic
  return (
    <Page
      title={<Name {...nameIn(locale, { ar: topic.labelAr, en: topic.labelEn })} />}
      aside={
        <Link href={`/desk?topic=${encodeURIComponent(id)}`} className={buttonClass()}>
          {t('lists.articles')}
        </Link>
      }
    >
      {topic.definitionAr && (
        <p lang="ar" dir="rtl" className="mb-3 w-fit max-w-prose">
          {topic.definitionAr}
        </p>
      )}
      <TopicPath path={topic.path} />
      <p className="mb-4 flex flex-wrap gap-2">
        <bdi dir="ltr" className="text-sm text-muted">
          {id}
        </bdi>
        {isDeskTopic(id) && <Badge tone="accent">{t('vocabulary.ownTerm')}</Badge>}
        {topic.retiredAt && <Badge tone="doubt">{t('vocabulary.retired')}</Badge>}
      </p>
      {mergedInto && (
        <p className="mb-4">
          {t('vocabulary.merge.merged')}{' '}
          <Link href={`/topics/${encodeURIComponent(mergedInto.id)}`} className="text-accent hover:underline">
            <Name {...nameIn(locale, { ar: mergedInto.labelAr, en: mergedInto.labelEn })} />
          </Link>
        </p>
      )}
      <div className="grid items-start gap-4 md:grid-cols-[2fr_1fr]">
        <TopicForm topic={topic} action={editTopicAction} />
        {!mergedInto && (
          <div className="grid gap-4">
            {isDeskTopic(id) && !topic.retiredAt && <MergeTopicPanel topicId={id} q={into} found={found} />}
            <RetirePanel
              field="topicId"
              id={id}
              isRetired={topic.retiredAt !== null}
              retire={retireTopicAction}
              restore={restoreTopicAction}
            />
          </div>
        )}
      </div>
    </Page>
  )
}

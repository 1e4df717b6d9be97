import { notFound } from 'next/navigation'
import { TopicForm } from '#app/(desk)/topics/_components/topic-form.tsx'
import { TopicPath } from '#app/(desk)/topics/_components/topic-path.tsx'
import { addTopicAction } from '#app/(desk)/topics/actions.ts'
import { TopicListParams } from '#app/(desk)/topics/search-params.ts'
import { Page } from '#components/ui/page.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { getTopic } from '#lib/tag/get-topic.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('vocabulary.addTopic') }
}

export default async function NewTopicPage({ searchParams }: Props) {
  const [ctx, { t, locale }, given] = await Promise.all([pageContext('taxonomy:edit'), requestI18n(), searchParams])
  const { parent } = TopicListParams.parse(given)
  if (!parent) notFound()
  const above = await orNotFound(getTopic(ctx, parent))
  return (
    <Page
      title={t('vocabulary.addTopicUnder', { name: nameIn(locale, { ar: above.labelAr, en: above.labelEn }).text })}
    >
      <TopicPath path={[...above.path, above]} />
      <TopicForm parentId={above.id} action={addTopicAction} />
    </Page>
  )
}

import Link from 'next/link'
import { z } from 'zod'
import { QuestionPanel } from '#app/(desk)/rules/_components/question-panel.tsx'
import { SecretsPanel } from '#app/(desk)/watches/_components/secrets-panel.tsx'
import { WatchForm } from '#app/(desk)/watches/_components/watch-form.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { askQuestion } from '#lib/rules/question.ts'
import { getWatch } from '#lib/watches/get-watch.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const Id = z.uuid().catch('00000000-0000-0000-0000-000000000000')

export async function generateMetadata() {
  return { title: (await requestI18n()).t('watches.title') }
}

export default async function WatchPage({ params, searchParams }: Props) {
  const [ctx, i18n, { id }, given] = await Promise.all([pageContext('rule:edit'), requestI18n(), params, searchParams])
  const watch = await orNotFound(getWatch(ctx, Id.parse(id)))
  const question = await askQuestion(
    ctx,
    i18n,
    given.q === undefined ? (watch.filter as Record<string, unknown>) : given,
  )
  return (
    <Page
      title={<bdi>{watch.name}</bdi>}
      aside={
        <Link href={`/desk?${question.query}`} className={buttonClass()}>
          {i18n.t('watches.open')}
        </Link>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <QuestionPanel title={i18n.t('watches.asks')} path={`/watches/${watch.id}`} question={question} />
        <WatchForm watch={watch} query={question.query} name={watch.name} email={ctx.actor.email ?? ''} />
        <SecretsPanel watch={watch} />
      </div>
    </Page>
  )
}

import { QuestionPanel } from '#app/(desk)/rules/_components/question-panel.tsx'
import { WatchForm } from '#app/(desk)/watches/_components/watch-form.tsx'
import { Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { askQuestion } from '#lib/rules/question.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await requestI18n()).t('watches.add') }
}

/** A search that is to be watched: tried on the archive, then kept. Its address is the desk's with another path. */
export default async function NewWatchPage({ searchParams }: Props) {
  const [ctx, i18n, given] = await Promise.all([pageContext('rule:edit'), requestI18n(), searchParams])
  const question = await askQuestion(ctx, i18n, given)
  return (
    <Page title={i18n.t('watches.add')}>
      <div className="grid grid-cols-1 gap-4">
        <QuestionPanel title={i18n.t('watches.asks')} path="/watches/new" question={question} />
        <WatchForm query={question.query} name={question.typed} email={ctx.actor.email ?? ''} />
      </div>
    </Page>
  )
}

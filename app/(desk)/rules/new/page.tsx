import { QuestionPanel } from '#app/(desk)/rules/_components/question-panel.tsx'
import { RuleForm } from '#app/(desk)/rules/_components/rule-form.tsx'
import { Page } from '#components/ui/page.tsx'
import { listAssignees } from '#lib/articles/list-assignees.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { askQuestion } from '#lib/rules/question.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await requestI18n()).t('rules.add') }
}

/** A rule that is being written: tried on the archive before it is kept. Its address is the desk's with another path. */
export default async function NewRulePage({ searchParams }: Props) {
  const [ctx, i18n, given] = await Promise.all([pageContext('rule:edit'), requestI18n(), searchParams])
  const [question, people] = await Promise.all([askQuestion(ctx, i18n, given), listAssignees(ctx)])
  return (
    <Page title={i18n.t('rules.add')}>
      <div className="grid grid-cols-1 gap-4">
        <QuestionPanel title={i18n.t('rules.asks')} path="/rules/new" question={question} />
        <RuleForm ctx={ctx} query={question.query} name={question.typed} people={people} i18n={i18n} />
      </div>
    </Page>
  )
}

import { z } from 'zod'
import { QuestionPanel } from '#app/(desk)/rules/_components/question-panel.tsx'
import { RuleForm } from '#app/(desk)/rules/_components/rule-form.tsx'
import { applyRuleAction } from '#app/(desk)/rules/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Page, Panel } from '#components/ui/page.tsx'
import { listAssignees } from '#lib/articles/list-assignees.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { getRule } from '#lib/rules/get-rule.ts'
import { askQuestion } from '#lib/rules/question.ts'
import { orNotFound, pageContext } from '#lib/web/page-context.ts'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const Id = z.uuid().catch('00000000-0000-0000-0000-000000000000')

export async function generateMetadata() {
  return { title: (await requestI18n()).t('rules.title') }
}

export default async function RulePage({ params, searchParams }: Props) {
  const [ctx, i18n, { id }, given] = await Promise.all([pageContext('rule:edit'), requestI18n(), params, searchParams])
  const rule = await orNotFound(getRule(ctx, Id.parse(id)))
  const isAsked = given.q !== undefined
  const [question, people] = await Promise.all([
    askQuestion(ctx, i18n, isAsked ? given : (rule.filter as Record<string, unknown>)),
    listAssignees(ctx),
  ])
  const { t } = i18n
  return (
    <Page title={<bdi>{rule.name}</bdi>}>
      <div className="grid grid-cols-1 gap-4">
        <QuestionPanel title={t('rules.asks')} path={`/rules/${rule.id}`} question={question} />
        <RuleForm ctx={ctx} rule={rule} query={question.query} name={rule.name} people={people} i18n={i18n} />
        {!isAsked && question.count > 0 && (
          <Panel>
            <form action={applyRuleAction} className="flex flex-wrap items-center gap-3">
              <input type="hidden" name="ruleId" value={rule.id} />
              <input type="hidden" name="filter" value={question.query} />
              <Button>{t('rules.apply')}</Button>
              <span className="text-sm text-muted">{t('rules.applyHint')}</span>
            </form>
          </Panel>
        )}
      </div>
    </Page>
  )
}

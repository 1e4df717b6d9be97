import { ruleSubjectNames } from '#app/(desk)/rules/_components/subject-names.ts'
import { saveRuleAction } from '#app/(desk)/rules/actions.ts'
import { SubjectPicker } from '#components/layout/subject-picker.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Input, Select } from '#components/ui/field.tsx'
import { KeepForm } from '#components/ui/keep-form.tsx'
import { Panel } from '#components/ui/page.tsx'
import type { Context } from '#lib/db/context.ts'
import { ArticleState } from '#lib/db/generated/enums.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { RuleActions } from '#lib/rules/rule-actions.ts'

type Props = {
  ctx: Context
  rule?: { id: string; name: string; actions: RuleActions }
  query: string
  name: string
  people: { id: string; name: string }[]
  i18n: I18n
}

const row = 'flex min-h-8 items-center gap-2'
const box = 'size-5 accent-(--accent)'

/** What a rule does with each article that matches. */
export async function RuleForm({ ctx, rule, query, name, people, i18n }: Props) {
  const { t } = i18n
  const actions = rule?.actions
  const chosen = await ruleSubjectNames(ctx, i18n, actions?.subjects ?? [])
  return (
    <Panel title={t('rules.does')}>
      <KeepForm
        action={saveRuleAction}
        key={JSON.stringify(rule) + query}
        className="grid grid-cols-1 gap-4 md:grid-cols-2"
      >
        {rule && <input type="hidden" name="ruleId" value={rule.id} />}
        <input type="hidden" name="filter" value={query} />
        <Field label={t('rules.name')}>
          <Input name="name" defaultValue={rule?.name ?? name} maxLength={200} required dir="auto" />
        </Field>
        <SubjectPicker
          chosen={[...chosen].map(([value, label]) => ({ value, label }))}
          words={{
            label: t('rules.subjects'),
            hint: t('rules.subjectsHint'),
            search: t('rules.searchSubject'),
            none: t('rules.noSubject'),
            takeOff: t('rules.takeOff', { name: '{name}' }),
          }}
        />
        <Field label={t('rules.assign')}>
          <Select name="userId" defaultValue={actions?.userId ?? ''}>
            <option value="">{t('rules.assignNobody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('rules.move')}>
          <Select name="state" defaultValue={actions?.state ?? ''}>
            <option value="">{t('rules.moveNowhere')}</option>
            {Object.values(ArticleState)
              .filter((state) => state !== 'new')
              .map((state) => (
                <option key={state} value={state}>
                  {t(`desk.state.${state}`)}
                </option>
              ))}
          </Select>
        </Field>
        <label className={row}>
          <input type="checkbox" name="flag" value="true" className={box} defaultChecked={actions?.flag ?? false} />
          {t('rules.flag')}
        </label>
        <label className={row}>
          <input type="checkbox" name="notify" value="true" className={box} defaultChecked={actions?.notify ?? false} />
          {t('rules.notify')}
        </label>
        <div className="flex flex-wrap items-center gap-3 md:col-span-2">
          <Button look="primary" disabled={!query} hotkey="s">
            {t('rules.save')}
          </Button>
          <span className="text-sm text-muted">{t('rules.nothingDone')}</span>
        </div>
      </KeepForm>
    </Panel>
  )
}

import { Button } from '#components/ui/button.tsx'
import { controlClass, Field, Input } from '#components/ui/field.tsx'
import { KeepForm } from '#components/ui/keep-form.tsx'
import { LinesField } from '#components/ui/lines-field.tsx'
import { Panel } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { TopicDetail } from '#lib/tag/get-topic.ts'
import { isDeskTopic } from '#lib/tag/is-desk-topic.ts'
import { termLines } from '#lib/tag/topic-terms.ts'

type Props = { topic?: TopicDetail; parentId?: string; action: (form: FormData) => Promise<void> }

export async function TopicForm({ topic, parentId, action }: Props) {
  const { t } = await requestI18n()
  const isFixed = topic !== undefined && !isDeskTopic(topic.id)
  return (
    <Panel>
      <KeepForm action={action} key={JSON.stringify(topic)} className="grid gap-4">
        {topic && <input type="hidden" name="topicId" value={topic.id} />}
        {parentId && <input type="hidden" name="parentId" value={parentId} />}
        <Field label={t('vocabulary.labelAr')}>
          <Input name="labelAr" defaultValue={topic?.labelAr ?? ''} maxLength={200} lang="ar" dir="rtl" />
        </Field>
        <Field label={t('vocabulary.labelEn')} {...(isFixed ? { hint: t('vocabulary.labelEnFixed') } : {})}>
          <Input
            name="labelEn"
            // The model wants an English name; where nobody gave one it is the Arabic one.
            defaultValue={topic && topic.labelEn !== topic.labelAr ? topic.labelEn : ''}
            readOnly={isFixed}
            maxLength={200}
            lang="en"
            dir="ltr"
          />
        </Field>
        <Field label={t('vocabulary.definitionAr')} hint={t('vocabulary.definitionHint')}>
          <textarea
            name="definitionAr"
            defaultValue={topic?.definitionAr ?? ''}
            maxLength={500}
            rows={2}
            lang="ar"
            dir="rtl"
            className={`${controlClass} py-1.5`}
          />
        </Field>
        <LinesField
          name="terms"
          label={t('vocabulary.terms')}
          hint={t('vocabulary.termsHint')}
          values={topic ? termLines(topic.terms) : []}
        />
        <p className="text-sm text-muted">{t('vocabulary.effect')}</p>
        <Button look="primary" className="justify-self-start">
          {t('common.save')}
        </Button>
      </KeepForm>
    </Panel>
  )
}

import { editFieldAsking } from '#app/(desk)/articles/actions.ts'
import type { ConflictWords } from '#components/article/conflict-words.ts'
import { EditForm } from '#components/article/edit-form.tsx'
import { provenance, type StoredEvidence } from '#components/article/provenance.ts'
import { Quoted } from '#components/article/quoted.tsx'
import { articleTime } from '#components/article/source-line.tsx'
import { Button } from '#components/ui/button.tsx'
import { Input } from '#components/ui/field.tsx'
import { Fold } from '#components/ui/fold.tsx'
import { Panel } from '#components/ui/page.tsx'
import { EDITABLE_FIELDS, type EditableField, fieldValue } from '#lib/articles/field-value.ts'
import type { ArticleView } from '#lib/articles/get-article.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'

const FIELDS = ['title', 'publishedAt', 'pageDate', 'source', 'origin', 'agency', 'byline', 'language'] as const
type FieldName = (typeof FIELDS)[number]
/** Shown only where the document had one. */
const OPTIONAL: readonly FieldName[] = ['pageDate', 'origin']

type Props = { article: ArticleView; conflict: ConflictWords; i18n: I18n }

/** What was read out of the document, field by field: the value, where it comes from, and how sure that is. */
export function FieldsPanel({ article, conflict, i18n }: Props) {
  const { t } = i18n
  const all = (article.evidence ?? {}) as Record<string, StoredEvidence | undefined>
  return (
    <Panel title={t('article.fields.title')}>
      <dl className="divide-y divide-edge">
        {FIELDS.map((field) => {
          const value = shownValue(i18n, article, field)
          const evidence = all[field]
          if (value === null && OPTIONAL.includes(field)) return null
          const editable = EDITABLE_FIELDS.find((name) => name === field)
          return (
            <div key={field} className="py-2 first:pt-0 last:pb-0">
              <dt className="text-sm text-muted">{t(`article.fields.name.${field}`)}</dt>
              <dd>
                <bdi className={value === null ? 'text-muted italic' : 'font-semibold'}>
                  {value ?? t('article.fields.unknown')}
                </bdi>
                <p className="text-sm text-muted empty:hidden">
                  {(value !== null || evidence) && provenance(i18n, evidence)}
                  {evidence?.quote && evidence.rule !== 'person' && (
                    <>
                      {': '}
                      <Quoted text={evidence.quote.slice(0, 160)} language={article.language} />
                    </>
                  )}
                  {typeof evidence?.confidence === 'number' && evidence.rule !== 'person' && (
                    <> · {t('article.fields.confidence', { percent: i18n.percent(evidence.confidence) })}</>
                  )}
                </p>
                {field === 'pageDate' && <p className="text-sm text-muted">{t('article.fields.pageDateNote')}</p>}
                {typeof evidence?.detail?.otherDate === 'string' && (
                  <p className="text-sm text-doubt">
                    {t('article.fields.otherDate', { date: i18n.day(new Date(evidence.detail.otherDate)) })}
                  </p>
                )}
                {editable && <EditField article={article} field={editable} conflict={conflict} i18n={i18n} />}
              </dd>
            </div>
          )
        })}
      </dl>
    </Panel>
  )
}

function EditField({ article, field, conflict, i18n: { t } }: Props & { field: EditableField }) {
  const value = fieldValue(article, field)
  const hint = t(
    `article.fields.${field === 'publishedAt' ? 'dateHint' : field === 'language' ? 'languageHint' : 'textHint'}`,
  )
  return (
    <Fold summary={t('lists.edit')} about={t(`article.fields.name.${field}`)}>
      <EditForm
        action={editFieldAsking}
        names={{ value: t(`article.fields.name.${field}`) }}
        words={conflict}
        isWriting
        className="flex flex-wrap items-start gap-2"
      >
        <input type="hidden" name="articleId" value={article.id} />
        <input type="hidden" name="field" value={field} />
        <input type="hidden" name="was" value={value} />
        <label className="grow">
          <span className="sr-only">{t(`article.fields.name.${field}`)}</span>
          <Input
            key={value}
            name="value"
            defaultValue={value}
            dir={field === 'publishedAt' || field === 'language' ? 'ltr' : 'auto'}
          />
          <span className="text-sm text-muted">{hint}</span>
        </label>
        <Button>{t('common.save')}</Button>
      </EditForm>
    </Fold>
  )
}

function shownValue(i18n: I18n, article: ArticleView, field: FieldName): string | null {
  const { source } = article
  const names = { ar: source?.nameAr ?? null, en: source?.nameEn ?? null, fr: source?.nameFr ?? null }
  const line = { ...article, sourceNames: names, printedSource: article.sourceName }
  switch (field) {
    case 'publishedAt':
      return article.publishedAt ? articleTime(i18n, line) : null
    case 'pageDate':
      return article.pageDate && i18n.day(new Date(article.pageDate.getTime() + 12 * 3_600_000))
    case 'source':
      return nameIn(i18n.locale, names).text || article.sourceName
    case 'origin':
      return article.originName
    case 'agency':
      return article.agency && i18n.agencyName(article.agency)
    case 'language':
      return i18n.languageName(article.language)
    default:
      return article[field]
  }
}

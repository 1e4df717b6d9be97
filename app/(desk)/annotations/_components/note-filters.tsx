import Link from 'next/link'
import type { NotesParams } from '#app/(desk)/annotations/search-params.ts'
import { labelName } from '#components/article/label-badge.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Input, Select } from '#components/ui/field.tsx'
import type { AnnotationLabel } from '#lib/db/generated/client.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

type Props = {
  filter: Omit<NotesParams, 'after'>
  labels: AnnotationLabel[]
  writers: { id: string; name: string }[]
  isFiltered: boolean
  i18n: I18n
}

const STATES = ['open', 'resolved', 'unplaced'] as const

/** The conditions stand in the address: what was found can be sent to a colleague. */
export function NoteFilters({ filter, labels, writers, isFiltered, i18n: { t, locale } }: Props) {
  return (
    <search className="mb-3">
      <form action="/annotations" key={JSON.stringify(filter)} className="flex flex-wrap items-center gap-2">
        <Input
          type="search"
          name="q"
          defaultValue={filter.q}
          dir="auto"
          aria-label={t('annotations.all.search')}
          placeholder={t('annotations.all.search')}
          aria-keyshortcuts="/"
          className="w-80! max-w-full"
        />
        {labels.length > 0 && (
          <Select name="label" defaultValue={filter.label} aria-label={t('annotations.label')} className="w-auto!">
            <option value="">{t('annotations.all.anyLabel')}</option>
            {labels.map((label) => (
              <option key={label.id} value={label.id}>
                {labelName(label, locale)}
              </option>
            ))}
          </Select>
        )}
        <Select name="by" defaultValue={filter.by} aria-label={t('annotations.all.writer')} className="w-auto!">
          <option value="">{t('annotations.all.anyone')}</option>
          {writers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select name="state" defaultValue={filter.state} aria-label={t('annotations.all.state')} className="w-auto!">
          <option value="">{t('annotations.all.anyState')}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`annotations.all.${state}`)}
            </option>
          ))}
        </Select>
        <label className="flex min-h-9 items-center gap-1.5">
          <input type="checkbox" name="mine" value="1" defaultChecked={filter.mine === '1'} className="size-4" />
          {t('annotations.all.mine')}
        </label>
        <Button>{t('annotations.all.show')}</Button>
        {isFiltered && (
          <Link href="/annotations" className={buttonClass('quiet')}>
            {t('annotations.all.clear')}
          </Link>
        )}
      </form>
    </search>
  )
}

import type { ReactNode } from 'react'
import { ColumnTable } from '#app/(desk)/batches/_components/column-table.tsx'
import { columnWords } from '#app/(desk)/batches/_components/column-words.ts'
import { FilePath } from '#app/(desk)/batches/_components/file-path.tsx'
import { readWithColumnsAction } from '#app/(desk)/batches/actions.ts'
import { Field, Select } from '#components/ui/field.tsx'
import type { Preview } from '#lib/columns/get-preview.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

type Props = { batchId: string; fileId?: string; preview: Preview; buttons: ReactNode }

/** The tables of a delivery as they would be read, to be changed, remembered and started. */
export async function ColumnsForm({ batchId, fileId, preview, buttons }: Props) {
  const i18n = await requestI18n()
  const { t, locale } = i18n
  const { tables, more, sources, sourceId } = preview
  const named = sources
    .map(({ id, nameAr, nameEn, nameFr }) => ({
      id,
      name: nameIn(locale, { ar: nameAr, en: nameEn, fr: nameFr }).text,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  return (
    <form action={readWithColumnsAction}>
      <input type="hidden" name="batchId" value={batchId} />
      {fileId && <input type="hidden" name="fileId" value={fileId} />}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        {buttons}
        {tables.length > 0 && (
          <>
            <div className="w-full sm:w-64">
              <Field label={t('batches.columns.source')}>
                <Select name="sourceId" defaultValue={sourceId ?? ''}>
                  <option value="">{t('batches.columns.noSource')}</option>
                  {named.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
            </div>
            <label className="flex min-h-9 items-center gap-2">
              <input
                type="checkbox"
                name="remember"
                defaultChecked={tables.some((table) => table.isRemembered)}
                className="size-5 accent-accent"
              />
              {t('batches.columns.remember')}
            </label>
          </>
        )}
      </div>
      {tables.map((table) => (
        <section key={table.signatures[0]} className="mt-5">
          <h3 className="mb-2 flex flex-wrap gap-x-3 font-semibold">
            {table.paths.slice(0, 3).map((path) => (
              <FilePath key={path} path={path} />
            ))}
            {table.count > 3 && (
              <span className="font-normal text-muted">{t('batches.columns.others', { count: table.count - 3 })}</span>
            )}
          </h3>
          <ColumnTable
            table={table}
            caption={t('batches.columns.caption', { name: table.paths[0] ?? '' })}
            words={columnWords(i18n)}
          />
        </section>
      ))}
      {more > 0 && <p className="mt-3 text-muted">{t('batches.columns.more', { count: more })}</p>}
    </form>
  )
}

import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Input } from '#components/ui/field.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

type Props = { path: string; label: string; q: string | undefined; total: number; children?: ReactNode }

/** Searching a list by its address, so that what was found can be sent to a colleague. */
export async function ListSearch({ path, label, q, total, children }: Props) {
  const { t } = await requestI18n()
  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <form action={path} className="flex flex-wrap items-center gap-2">
        <Input
          type="search"
          name="q"
          defaultValue={q}
          key={q}
          dir="auto"
          aria-label={label}
          placeholder={label}
          aria-keyshortcuts="/"
          className="w-72! max-w-full"
        />
        {children}
        <Button>{t('lists.search')}</Button>
      </form>
      {q && (
        <Link href={path} className={buttonClass('quiet')}>
          {t('lists.clear')}
        </Link>
      )}
      <p role="status" className="text-sm text-muted">
        {t('lists.found', { count: total })}
      </p>
    </search>
  )
}

import { Button } from '#components/ui/button.tsx'
import { Input } from '#components/ui/field.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

type Props = {
  /** The URL parameter it fills in. */
  name: string
  label: string
  q: string | undefined
  /** The panel it stands in, which the page comes back to. */
  anchor: string
  none: string
  found: number
}

/** Searches, within a page, for what something there is to be joined to; says where nothing was found. */
export async function SearchFor({ name, label, q, anchor, none, found }: Props) {
  const { t } = await requestI18n()
  return (
    <>
      <search>
        <form action={`#${anchor}`} className="flex flex-wrap items-center gap-2">
          <Input
            type="search"
            name={name}
            defaultValue={q}
            key={q}
            dir="auto"
            maxLength={200}
            required
            aria-label={label}
            placeholder={label}
            className="w-72! max-w-full"
          />
          <Button>{t('lists.search')}</Button>
        </form>
      </search>
      {q && found === 0 && (
        <p role="status" className="mt-2 text-muted">
          {none}
        </p>
      )}
    </>
  )
}

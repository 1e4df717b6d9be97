import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

type Props = { path: string; query: Record<string, string | undefined>; next: string | null; isFirst: boolean }

/** On to the next page of a list, or back to its beginning. Pages go by key: nothing is skipped or seen twice. */
export async function Pager({ path, query, next, isFirst }: Props) {
  const { t } = await requestI18n()
  if (!next && isFirst) return null
  const href = (after?: string) => {
    const given = Object.entries({ ...query, after }).filter((pair): pair is [string, string] => Boolean(pair[1]))
    return `${path}?${new URLSearchParams(given)}`
  }
  return (
    <nav aria-label={t('lists.next')} className="mt-3 flex gap-2">
      {!isFirst && (
        <Link href={href()} className={buttonClass()}>
          {t('lists.first')}
        </Link>
      )}
      {next && (
        <Link href={href(next)} rel="next" aria-keyshortcuts="n" className={buttonClass()}>
          {t('lists.next')}
        </Link>
      )}
    </nav>
  )
}

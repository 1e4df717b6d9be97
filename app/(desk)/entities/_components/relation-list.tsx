import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { deskLink } from '#lib/core/desk-link.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { RelationListed } from '#lib/tag/list-relations.ts'

type Props = { title: string; relations: RelationListed[]; remove?: (form: FormData) => Promise<void> }

/** Relations of one kind in one direction. A country has no screen of its own: it leads to its articles. */
export async function RelationList({ title, relations, remove }: Props) {
  const { t, locale, countryName } = await requestI18n()
  if (relations.length === 0) return null
  return (
    <section className="mb-4">
      <h3 className="mb-1 text-sm font-semibold text-muted">{title}</h3>
      <ul className="divide-y divide-edge">
        {relations.map(({ id, other, office, until }) => {
          const name =
            other.kind === 'country'
              ? { text: countryName(other.id), lang: locale }
              : nameIn(locale, { ...other.names })
          const href =
            other.kind === 'country' ? deskLink({ country: other.id }) : `/entities/${encodeURIComponent(other.id)}`
          return (
            <li key={id} className="flex min-h-9 flex-wrap items-center gap-x-2 py-1">
              <Link href={href} prefetch={false} className="text-accent hover:underline">
                <Name {...name} />
              </Link>
              {office && <Name text={office} lang="ar" />}
              {until !== null && (
                <span className="text-sm text-muted">{t('vocabulary.relations.until', { year: String(until) })}</span>
              )}
              {other.kind === 'entity' && other.isRetired && <Badge tone="doubt">{t('vocabulary.retired')}</Badge>}
              {remove && (
                <form action={remove} className="ms-auto">
                  <input type="hidden" name="relationId" value={id} />
                  <Button
                    look="quiet"
                    small
                    aria-label={t('vocabulary.relations.removeNamed', { name: `${title}, ${name.text}` })}
                  >
                    {t('vocabulary.relations.remove')}
                  </Button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

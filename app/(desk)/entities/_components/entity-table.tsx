import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import { Name } from '#components/ui/name.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { EntityListed } from '#lib/tag/list-entities.ts'

export async function EntityTable({ entities }: { entities: EntityListed[] }) {
  const { t, locale, countryName, number } = await requestI18n()
  const other = locale === 'ar' ? 'en' : 'ar'
  return (
    <Table
      caption={t('vocabulary.entitiesCaption')}
      headings={[
        t('vocabulary.entity'),
        t('vocabulary.otherName'),
        t('vocabulary.kind'),
        t('vocabulary.country'),
        t('lists.articles'),
      ]}
    >
      {entities.map(({ id, kind, country, retiredAt, articles, ...entity }) => {
        const names = { ar: entity.nameAr, en: entity.nameEn, fr: entity.nameFr }
        const code = encodeURIComponent(id)
        return (
          <tr key={id} className="hover:bg-raised">
            <HeadCell>
              <Link href={`/entities/${code}`} prefetch={false} className="text-accent hover:underline">
                <Name {...nameIn(locale, names)} />
              </Link>{' '}
              {retiredAt && <Badge tone="doubt">{t('vocabulary.retired')}</Badge>}
            </HeadCell>
            <Cell>{names[other] && <Name text={names[other]} lang={other} />}</Cell>
            <Cell>{t(`vocabulary.${kind}`)}</Cell>
            <Cell>{country && countryName(country)}</Cell>
            <Cell>
              {articles > 0 ? (
                <Link href={`/desk?entity=${code}`} prefetch={false} className="text-accent hover:underline">
                  {number(articles)}
                </Link>
              ) : (
                number(0)
              )}
            </Cell>
          </tr>
        )
      })}
    </Table>
  )
}

import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import { Name } from '#components/ui/name.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { SourceListed } from '#lib/sources/list-sources.ts'

export async function SourceTable({ sources }: { sources: SourceListed[] }) {
  const { t, locale, countryName, languageName, number, day } = await requestI18n()
  return (
    <Table
      caption={t('sources.caption')}
      headings={[
        t('sources.name'),
        t('sources.kind'),
        t('sources.country'),
        t('sources.language'),
        t('lists.articles'),
        t('sources.last'),
        t('sources.feeds.title'),
      ]}
    >
      {sources.map(({ id, kind, country, language, articles, lastArticleAt, domains, feeds, troubled, ...source }) => (
        <tr key={id} className="hover:bg-raised">
          <HeadCell>
            <Link href={`/sources/${id}`} prefetch={false} className="text-accent hover:underline">
              <Name {...nameIn(locale, { ar: source.nameAr, en: source.nameEn, fr: source.nameFr })} />
            </Link>
            {domains[0] && (
              <span className="block text-sm font-normal text-muted">
                <bdi dir="ltr">{domains[0]}</bdi>
              </span>
            )}
          </HeadCell>
          <Cell className="whitespace-nowrap">{t(`sources.${kind}`)}</Cell>
          <Cell>{country && countryName(country)}</Cell>
          <Cell>{language && languageName(language)}</Cell>
          <Cell>
            {articles > 0 ? (
              <Link href={`/desk?source=${id}`} prefetch={false} className="text-accent hover:underline">
                {number(articles)}
              </Link>
            ) : (
              number(0)
            )}
          </Cell>
          <Cell className="whitespace-nowrap">{lastArticleAt && day(lastArticleAt)}</Cell>
          <Cell className="whitespace-nowrap">
            {feeds > 0 && t('sources.feeds.count', { count: feeds })}{' '}
            {troubled > 0 && <Badge tone="doubt">{t('sources.feeds.troubled', { count: troubled })}</Badge>}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import { Name } from '#components/ui/name.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { isDeskTopic } from '#lib/tag/is-desk-topic.ts'
import type { TopicListed } from '#lib/tag/list-topics.ts'

export async function TopicTable({ topics }: { topics: TopicListed[] }) {
  const { t, locale, number } = await requestI18n()
  const other = locale === 'ar' ? 'en' : 'ar'
  return (
    <Table
      caption={t('vocabulary.topicsCaption')}
      headings={[
        t('vocabulary.topic'),
        t('vocabulary.otherName'),
        t('vocabulary.under'),
        t('lists.articles'),
        t('lists.edit'),
      ]}
    >
      {topics.map(({ id, labelAr, labelEn, definitionAr, children, articles, retiredAt }) => {
        const names = { ar: labelAr, en: labelEn }
        const code = encodeURIComponent(id)
        return (
          <tr key={id} className="hover:bg-raised">
            <HeadCell>
              <Link href={`/topics?parent=${code}`} prefetch={false} className="text-accent hover:underline">
                <Name {...nameIn(locale, names)} />
              </Link>{' '}
              {isDeskTopic(id) && <Badge tone="accent">{t('vocabulary.ownTerm')}</Badge>}{' '}
              {retiredAt && <Badge tone="doubt">{t('vocabulary.retired')}</Badge>}
              {locale === 'ar' && <DefinitionLine text={definitionAr} />}
            </HeadCell>
            <Cell>
              {names[other] && labelAr !== labelEn && <Name text={names[other]} lang={other} />}
              {locale !== 'ar' && <DefinitionLine text={definitionAr} />}
            </Cell>
            <Cell className="whitespace-nowrap">{children > 0 && t('vocabulary.underCount', { count: children })}</Cell>
            <Cell>
              {articles > 0 ? (
                <Link href={`/desk?topic=${code}`} prefetch={false} className="text-accent hover:underline">
                  {number(articles)}
                </Link>
              ) : (
                number(0)
              )}
            </Cell>
            <Cell>
              <Link
                href={`/topics/${code}`}
                prefetch={false}
                aria-label={`${t('lists.edit')}: ${nameIn(locale, names).text}`}
                className="text-accent hover:underline"
              >
                {t('lists.edit')}
              </Link>
            </Cell>
          </tr>
        )
      })}
    </Table>
  )
}

/** Beside the Arabic name, where there is room for it: one line, cut. */
const DefinitionLine = ({ text }: { text: string | null }) =>
  text && (
    <span className="hidden w-fit max-w-md lg:block">
      <span lang="ar" dir="rtl" title={text} className="line-clamp-1 text-sm font-normal text-muted">
        {text}
      </span>
    </span>
  )

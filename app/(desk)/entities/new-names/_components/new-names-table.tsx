import Link from 'next/link'
import { newNamesLink } from '#app/(desk)/entities/new-names/search-params.ts'
import { Name } from '#components/ui/name.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { NewNameCursor, NewNameFilter, NewNameListed } from '#lib/tag/new-names/list-new-names.ts'

type Props = { names: NewNameListed[]; after: NewNameCursor | undefined; filter: NewNameFilter; i18n: I18n }

/** The names of a page; each leads to the list from there on, where it is the first to be asked about. */
export function NewNamesTable({ names, after, filter, i18n: { t, number, day } }: Props) {
  return (
    <Table
      caption={t('newNames.caption')}
      headings={[
        t('newNames.name'),
        t('vocabulary.kind'),
        t('lists.articles'),
        t('newNames.firstSeen'),
        t('newNames.lastSeen'),
      ]}
    >
      {names.map(({ id, name, language, kind, articles, firstAt, lastAt }, i) => (
        <tr key={id} className="hover:bg-raised">
          <HeadCell>
            <Link
              href={newNamesLink(filter, names[i - 1] ?? after)}
              prefetch={false}
              className="text-accent hover:underline"
            >
              <Name text={name} lang={language} />
            </Link>
          </HeadCell>
          <Cell>{t(`vocabulary.${kind}`)}</Cell>
          <Cell>{number(articles)}</Cell>
          <Cell>
            <time dateTime={firstAt.toISOString()}>{day(firstAt)}</time>
          </Cell>
          <Cell>
            <time dateTime={lastAt.toISOString()}>{day(lastAt)}</time>
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

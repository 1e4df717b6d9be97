import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import { may } from '#lib/access/policy.ts'
import { problemSentence } from '#lib/batches/problem-sentence.ts'
import type { Role } from '#lib/db/generated/enums.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { FeedTrouble } from '#lib/sources/list-feed-troubles.ts'

export async function FeedTable({ feeds, role }: { feeds: FeedTrouble[]; role: Role }) {
  const i18n = await requestI18n()
  const { t, locale, minute } = i18n
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-lg font-semibold">{t('attention.feeds.title')}</h2>
      <Table
        caption={t('attention.feeds.caption')}
        headings={[
          t('attention.feeds.source'),
          t('attention.feeds.address'),
          t('attention.feeds.trouble'),
          t('attention.feeds.since'),
        ]}
      >
        {feeds.map(({ feedId, sourceId, sourceName, address, kind, problem, since }) => {
          const name = <bdi>{nameIn(locale, sourceName).text}</bdi>
          return (
            <tr key={feedId} className="hover:bg-raised">
              <HeadCell>
                {may(role, 'source:manage') ? (
                  <Link href={`/sources/${sourceId}`} className="text-accent hover:underline">
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </HeadCell>
              <Cell className="min-w-48">
                <bdi dir="ltr" className="[overflow-wrap:anywhere]">
                  {address}
                </bdi>
              </Cell>
              <Cell className="min-w-64">
                <Badge tone={kind === 'failing' ? 'bad' : 'doubt'}>{t(`attention.feeds.${kind}`)}</Badge>{' '}
                {kind === 'silent' ? t('attention.feeds.silentWhy') : problemSentence(i18n, problem)}
              </Cell>
              <Cell className="whitespace-nowrap">{minute(since)}</Cell>
            </tr>
          )
        })}
      </Table>
    </section>
  )
}

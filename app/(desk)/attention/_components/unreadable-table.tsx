import Link from 'next/link'
import { FilePath } from '#app/(desk)/batches/_components/file-path.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import { may } from '#lib/access/policy.ts'
import type { Unreadable } from '#lib/attention/list-unreadable.ts'
import { problemSentence } from '#lib/batches/problem-sentence.ts'
import type { Role } from '#lib/db/generated/enums.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

export async function UnreadableTable({ unreadable, role }: { unreadable: Unreadable[]; role: Role }) {
  const i18n = await requestI18n()
  const { t, minute } = i18n
  return (
    <section className="mb-6">
      <h2 className="text-lg font-semibold">{t('attention.unreadable.title')}</h2>
      <p className="mb-2 text-sm text-muted">{t('attention.unreadable.about')}</p>
      <Table
        caption={t('attention.unreadable.caption')}
        headings={[
          t('attention.unreadable.batch'),
          t('attention.unreadable.items'),
          t('attention.unreadable.reason'),
          t('attention.unreadable.example'),
          t('attention.unreadable.when'),
        ]}
      >
        {unreadable.map(({ batchId, batchName, key, problem, example, count, arrivedAt }) => (
          <tr key={`${batchId} ${key}`} className="hover:bg-raised">
            <HeadCell>
              {may(role, 'batch:manage') ? (
                <Link href={`/batches/${batchId}?state=unreadable`} className="text-accent hover:underline">
                  <bdi>{batchName}</bdi>
                </Link>
              ) : (
                <bdi>{batchName}</bdi>
              )}
            </HeadCell>
            <Cell className="whitespace-nowrap">{t('attention.unreadable.count', { count })}</Cell>
            <Cell className="min-w-64">{problemSentence(i18n, problem)}</Cell>
            <Cell>
              <FilePath path={example} />
            </Cell>
            <Cell className="whitespace-nowrap">{minute(arrivedAt)}</Cell>
          </tr>
        ))}
      </Table>
    </section>
  )
}

import Link from 'next/link'
import { BatchState } from '#app/(desk)/batches/_components/batch-state.tsx'
import { Counts } from '#app/(desk)/batches/_components/counts.tsx'
import { ReadingBar } from '#app/(desk)/batches/_components/reading-bar.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import type { BatchListed } from '#lib/batches/list-batches.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

export async function BatchTable({ batches }: { batches: BatchListed[] }) {
  const { t, minute } = await requestI18n()
  return (
    <Table
      caption={t('batches.caption')}
      headings={[t('batches.name'), t('batches.state'), t('batches.items'), t('batches.who'), t('batches.when')]}
    >
      {batches.map((batch) => (
        <tr key={batch.id} className="hover:bg-raised">
          <HeadCell>
            <Link href={`/batches/${batch.id}`} className="text-accent hover:underline">
              <bdi>{batch.name}</bdi>
            </Link>
          </HeadCell>
          <Cell>
            <BatchState state={batch.state} />
          </Cell>
          <Cell>
            {batch.state === 'reading' && <ReadingBar counts={batch} />}
            <Counts counts={batch} />
          </Cell>
          <Cell>
            {batch.createdBy ? <bdi>{batch.createdBy}</bdi> : t('batches.system')}{' '}
            <span className="text-sm text-muted">({t(`batches.origin.${batch.origin}`)})</span>
          </Cell>
          <Cell className="whitespace-nowrap">{minute(batch.createdAt)}</Cell>
        </tr>
      ))}
    </Table>
  )
}

import { FilePath } from '#app/(desk)/batches/_components/file-path.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import type { BatchDetails } from '#lib/batches/get-batch.ts'
import { problemSentence } from '#lib/batches/problem-sentence.ts'
import { sizeInWords } from '#lib/batches/size-in-words.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

/** The files as they were dropped, each to be had again. */
export async function FilesPanel({ batch }: { batch: BatchDetails }) {
  const i18n = await requestI18n()
  const { t } = i18n
  const isFetched = batch.origin === 'address'
  const total = Object.values(batch.fileCounts).reduce((sum, n) => sum + n, 0)
  if (batch.files.length === 0) return null
  return (
    <>
      <h2 className="mt-6 mb-2 text-lg font-semibold">
        {t(isFetched ? 'batches.addresses.list' : 'batches.files.title')}
      </h2>
      {total > batch.files.length && <p className="mb-2 text-sm text-muted">{t('batches.files.more')}</p>}
      <Table
        caption={t('batches.files.caption')}
        headings={[
          t(isFetched ? 'batches.addresses.one' : 'batches.files.name'),
          t('batches.files.size'),
          t('batches.state'),
          t('batches.report.original'),
        ]}
      >
        {batch.files.map((file) => (
          <tr key={file.id} className="hover:bg-raised">
            <HeadCell>
              <FilePath path={file.path} />
            </HeadCell>
            <Cell className="whitespace-nowrap">{(file.size > 0 || !isFetched) && sizeInWords(i18n, file.size)}</Cell>
            <Cell>
              <Badge tone={file.state === 'failed' ? 'bad' : 'neutral'}>{t(stateOf(file))}</Badge>
              {file.state === 'failed' && <p className="max-w-prose text-sm">{problemSentence(i18n, file.problem)}</p>}
            </Cell>
            <Cell>
              {file.state !== 'arriving' && file.size > 0 && (
                <a
                  href={`/api/batches/${batch.id}/files/${file.id}`}
                  className={`${buttonClass('quiet', true)} whitespace-nowrap`}
                >
                  {t('batches.actions.download')}
                  <span className="sr-only">: {file.path}</span>
                </a>
              )}
            </Cell>
          </tr>
        ))}
      </Table>
    </>
  )
  function stateOf({ state, size }: BatchDetails['files'][number]) {
    const gaveNothing = isFetched && state === 'failed' && size === 0
    return gaveNothing ? 'batches.addresses.failed' : (`batches.fileStates.${state}` as const)
  }
}

import Link from 'next/link'
import { FilePath } from '#app/(desk)/batches/_components/file-path.tsx'
import { retryDocumentsAction } from '#app/(desk)/batches/actions.ts'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import type { DocumentListed } from '#lib/batches/list-documents.ts'
import { problemSentence } from '#lib/batches/problem-sentence.ts'
import type { DocumentState } from '#lib/db/generated/enums.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { directionOf } from '#lib/text/direction.ts'

const TONES: Record<DocumentState, Tone> = { waiting: 'neutral', read: 'good', already: 'accent', unreadable: 'bad' }

type Props = { batchId: string; documents: DocumentListed[]; canRetry: boolean; canChooseColumns: boolean }

/** One line an item: where it stood, what became of it and why, its article, its original. */
export async function ReportTable({ batchId, documents, canRetry, canChooseColumns }: Props) {
  const i18n = await requestI18n()
  const { t } = i18n
  return (
    <Table
      caption={t('batches.report.caption')}
      headings={[
        t('batches.report.item'),
        t('batches.report.outcome'),
        t('batches.report.article'),
        t('batches.report.original'),
      ]}
    >
      {documents.map((document) => {
        const { id, path, line, index, state, size, article } = document
        const name = line === null && index === 0 ? path : `${path} (${placeOf(document)})`
        return (
          <tr key={id} className="hover:bg-raised">
            <HeadCell>
              <div className="min-w-40">
                <FilePath path={path} />
                {(line !== null || index > 0) && (
                  <span className="ms-2 text-sm font-normal text-muted">{placeOf(document)}</span>
                )}
              </div>
            </HeadCell>
            <Cell>
              <Badge tone={TONES[state]}>{t(`batches.itemStates.${state}`)}</Badge>
              <p className="max-w-prose text-sm">{problemSentence(i18n, document.problem)}</p>
              {state === 'unreadable' && canChooseColumns && hasUnknownColumns(document) && (
                <Link
                  href={`/batches/${batchId}/columns?file=${document.fileId}`}
                  prefetch={false}
                  className={buttonClass('quiet', true)}
                >
                  {t('batches.columns.choose')}
                  <span className="sr-only">: {name}</span>
                </Link>
              )}
              {state === 'unreadable' && canRetry && (
                <form action={retryDocumentsAction} className="inline">
                  <input type="hidden" name="batchId" value={batchId} />
                  <input type="hidden" name="documentId" value={id} />
                  <Button small look="quiet">
                    {t('batches.actions.retry')}
                    <span className="sr-only">: {name}</span>
                  </Button>
                </form>
              )}
            </Cell>
            <Cell>
              {article && (
                <ArticleLink
                  article={article}
                  untitled={t('batches.report.untitled')}
                  withdrawn={t('batches.report.withdrawn')}
                />
              )}
            </Cell>
            <Cell>
              {size > 0 && (
                <a
                  href={`/api/batches/${batchId}/documents/${id}`}
                  className={`${buttonClass('quiet', true)} whitespace-nowrap`}
                >
                  {t('batches.actions.download')}
                  <span className="sr-only">: {name}</span>
                </a>
              )}
            </Cell>
          </tr>
        )
      })}
    </Table>
  )

  function placeOf({ line, index }: DocumentListed): string {
    return line === null
      ? t('batches.report.number', { number: i18n.number(index + 1) })
      : t('batches.report.line', { line: i18n.number(line) })
  }
}

/** A table or a record in which no text was found may have it under a name that nobody knew. */
function hasUnknownColumns({ fileId, path, problem }: DocumentListed): boolean {
  const { key } = (problem ?? {}) as { key?: string }
  if (fileId === null) return false
  return key === 'csv-columns' || (key === 'no-text' && /\.(?:csv|tsv|tab|json|jsonl|ndjson)$/i.test(path))
}

function ArticleLink({
  article,
  untitled,
  withdrawn,
}: {
  article: NonNullable<DocumentListed['article']>
  untitled: string
  withdrawn: string
}) {
  const title = article.title ? (
    <span lang={article.language} dir={directionOf(article.language)}>
      {article.title}
    </span>
  ) : (
    untitled
  )
  if (article.withdrawnAt) {
    return (
      <span className="text-muted">
        {title} ({withdrawn})
      </span>
    )
  }
  return (
    <Link href={`/articles/${article.id}`} prefetch={false} className="text-accent hover:underline">
      {title}
    </Link>
  )
}

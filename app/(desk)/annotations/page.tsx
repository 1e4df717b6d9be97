import Link from 'next/link'
import { NoteFilters } from '#app/(desk)/annotations/_components/note-filters.tsx'
import { NoteLine } from '#app/(desk)/annotations/_components/note-line.tsx'
import { NotesParams } from '#app/(desk)/annotations/search-params.ts'
import { Pager } from '#components/layout/pager.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { may } from '#lib/access/policy.ts'
import { listLabels } from '#lib/annotate/list-labels.ts'
import { listColleagues } from '#lib/annotate/notify-of-note.ts'
import { searchAnnotations } from '#lib/annotate/search-annotations.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('annotations.all.title') }
}

/** The notes of all articles. */
export default async function AnnotationsPage({ searchParams }: Props) {
  const [ctx, i18n, given] = await Promise.all([pageContext(), requestI18n(), searchParams])
  const { t } = i18n
  const { after, ...filter } = NotesParams.parse(given)
  const [{ notes, next }, labels, writers] = await Promise.all([
    searchAnnotations(ctx, { ...filter, mine: filter.mine !== undefined, after }),
    listLabels(ctx),
    listColleagues(ctx),
  ])
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <Page
      title={t('annotations.all.title')}
      aside={
        <>
          {may(ctx.actor.role, 'taxonomy:edit') && (
            <Link href="/annotations/labels" className={buttonClass()}>
              {t('annotations.all.labels')}
            </Link>
          )}
          {may(ctx.actor.role, 'export:read') && (
            <a href="/api/annotations" download className={buttonClass()}>
              {t('annotations.all.export')}
            </a>
          )}
        </>
      }
    >
      <NoteFilters filter={filter} labels={labels} writers={writers} isFiltered={isFiltered} i18n={i18n} />
      {notes.length === 0 ? (
        <Empty
          next={
            !isFiltered && (
              <Link href="/desk" className={buttonClass('primary')}>
                {t('annotations.all.toDesk')}
              </Link>
            )
          }
        >
          {t(isFiltered ? 'annotations.all.none' : 'annotations.all.noneYet')}
        </Empty>
      ) : (
        <ul className="divide-y divide-edge rounded-lg border border-edge bg-surface">
          {notes.map((note) => (
            <NoteLine key={note.id} note={note} i18n={i18n} />
          ))}
        </ul>
      )}
      <Pager path="/annotations" query={filter} next={next} isFirst={!after} />
    </Page>
  )
}

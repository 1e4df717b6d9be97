import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { Arrivals } from '#app/(desk)/desk/_components/arrivals.tsx'
import { BackInPlace } from '#app/(desk)/desk/_components/back-in-place.tsx'
import { BulkBar } from '#app/(desk)/desk/_components/bulk-bar.tsx'
import { ChosenFilters } from '#app/(desk)/desk/_components/chosen-filters.tsx'
import { CountedFacets } from '#app/(desk)/desk/_components/counted-facets.tsx'
import { Nothing } from '#app/(desk)/desk/_components/nothing.tsx'
import { ReadingDesk } from '#app/(desk)/desk/_components/reading-desk.tsx'
import { Row } from '#app/(desk)/desk/_components/row.tsx'
import { RowKeys } from '#app/(desk)/desk/_components/row-keys.tsx'
import { SearchBox } from '#app/(desk)/desk/_components/search-box.tsx'
import { SearchHelp } from '#app/(desk)/desk/_components/search-help.tsx'
import { Selection } from '#app/(desk)/desk/_components/selection.tsx'
import { TagDialog } from '#app/(desk)/desk/_components/tag-dialog.tsx'
import { tagDialogWords } from '#app/(desk)/desk/_components/tag-dialog-words.ts'
import { Understood } from '#app/(desk)/desk/_components/understood.tsx'
import { Views } from '#app/(desk)/desk/_components/views.tsx'
import { addTagAction } from '#app/(desk)/desk/actions.ts'
import { askDesk } from '#app/(desk)/desk/ask-desk.ts'
import { arrivalsAddress, deskAddress, readDeskParams, writeCursor } from '#app/(desk)/desk/search-params.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { Page } from '#components/ui/page.tsx'
import { newestArrival } from '#lib/articles/count-arrivals.ts'
import { countFacets } from '#lib/articles/count-facets.ts'
import { listAssignees } from '#lib/articles/list-assignees.ts'
import { listDesk } from '#lib/articles/list-desk.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { filterLabels } from '#lib/search/filter-labels.ts'
import { understand } from '#lib/search/understand.ts'
import { pageContext } from '#lib/web/page-context.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestI18n()).t('desk.title') }
}

/** A found word may stand anywhere in a text: its beginning is not enough to show it. */
const SEARCHED_LENGTH = 20_000

export default async function DeskPage({ searchParams }: Props) {
  const [ctx, i18n, given] = await Promise.all([pageContext(), requestI18n(), searchParams])
  const { t } = i18n
  const params = await askDesk(ctx, readDeskParams(given))
  if (params.read) return <ReadingDesk ctx={ctx} params={params} />
  const { filter, sort, after, asked } = params
  // Asked first: what comes in while the list is made is announced.
  const since = await newestArrival(ctx)
  const understood = await understand(ctx, filter, asked.query)
  const counted = countFacets(ctx, understood.filter)
  const [{ rows, next }, labels, people] = await Promise.all([
    listDesk(ctx, {
      filter: understood.filter,
      score: sort === 'relevance' ? understood.score : null,
      after,
      ...(understood.query ? { textLength: SEARCHED_LENGTH } : {}),
    }),
    filterLabels(ctx, i18n, filter),
    listAssignees(ctx),
  ])
  const here = { ...(sort === 'newest' && asked.query ? { sort } : {}) }
  const tools = (
    <>
      <SearchBox ctx={ctx} params={params} i18n={i18n} />
      <Views filter={filter} userId={ctx.actor.userId} i18n={i18n} />
    </>
  )
  return (
    <Page title={t('desk.title')} aside={tools}>
      <div className="flex flex-wrap items-baseline justify-end gap-x-4 gap-y-1 text-sm">
        <Understood ctx={ctx} params={params} i18n={i18n} />
        <SearchHelp i18n={i18n} />
      </div>
      <ChosenFilters filter={filter} labels={labels} i18n={i18n} />
      <div className="group/desk mt-2 grid items-start gap-4 lg:grid-cols-[1fr_17rem]">
        <BulkBar people={people} filter={filter} counted={counted} i18n={i18n} />
        <aside className="lg:order-last" aria-label={t('desk.facets.title')}>
          <Suspense fallback={<p className="p-3 text-muted">{t('common.loading')}</p>}>
            <CountedFacets ctx={ctx} counted={counted} filter={filter} />
          </Suspense>
        </aside>
        <section className="min-w-0 pb-16" aria-label={t('desk.list')}>
          <h2 className="sr-only">{t('desk.list')}</h2>
          {understood.mode === 'any' && rows.length > 0 && (
            <p role="status" className="mb-3 rounded-md bg-doubt-soft px-3 py-2 text-doubt">
              {t('desk.search.anyOnly')}
            </p>
          )}
          {rows.length === 0 ? (
            <Nothing ctx={ctx} filter={filter} query={understood.query} isWhole={asked.isWhole} i18n={i18n} />
          ) : (
            <>
              <div className="mb-1 flex flex-wrap items-center justify-between gap-3 px-3 text-sm">
                <Selection
                  all={t('desk.actions.selectPage')}
                  range={t('desk.actions.selectTo')}
                  chosen={t('desk.actions.selected')}
                  locale={i18n.locale}
                />
              </div>
              <ol className="divide-y divide-edge rounded-lg border border-edge bg-surface">
                {rows.map((row) => (
                  <Row
                    key={row.lead.id}
                    row={row}
                    href={deskAddress(params, { read: row.lead.id })}
                    query={understood.query}
                    i18n={i18n}
                  />
                ))}
              </ol>
            </>
          )}
          {(next || after) && (
            <nav aria-label={t('desk.pages.label')} className="mt-4 flex gap-2">
              {after && (
                <Link href={deskLink(filter, here)} prefetch={false} className={buttonClass()}>
                  {t('desk.pages.first')}
                </Link>
              )}
              {next && (
                <Link
                  href={deskLink(filter, { ...here, after: writeCursor(next) })}
                  prefetch={false}
                  rel="next"
                  aria-keyshortcuts="n"
                  className={buttonClass()}
                >
                  {t(sort === 'newest' ? 'desk.pages.older' : 'desk.pages.more')}
                </Link>
              )}
            </nav>
          )}
        </section>
      </div>
      <Arrivals
        address={arrivalsAddress(filter, since)}
        list={deskAddress({ ...params, after: null })}
        show={t('triage.arrivals.show')}
      />
      <RowKeys
        next={t('desk.actions.next')}
        previous={t('desk.actions.previous')}
        rows={rows.map((row) => row.lead.id).join()}
      />
      {/* After what marks the row that comes into focus. */}
      <BackInPlace />
      <TagDialog action={addTagAction} words={tagDialogWords(t)} />
    </Page>
  )
}

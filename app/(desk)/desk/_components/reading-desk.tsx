import Link from 'next/link'
import { Suspense } from 'react'
import { Arrivals } from '#app/(desk)/desk/_components/arrivals.tsx'
import { ChosenFilters } from '#app/(desk)/desk/_components/chosen-filters.tsx'
import { CountedFacets } from '#app/(desk)/desk/_components/counted-facets.tsx'
import { NarrowRow } from '#app/(desk)/desk/_components/narrow-row.tsx'
import { Nothing } from '#app/(desk)/desk/_components/nothing.tsx'
import { Reading } from '#app/(desk)/desk/_components/reading.tsx'
import { SearchBox } from '#app/(desk)/desk/_components/search-box.tsx'
import { TagDialog } from '#app/(desk)/desk/_components/tag-dialog.tsx'
import { tagDialogWords } from '#app/(desk)/desk/_components/tag-dialog-words.ts'
import { Understood } from '#app/(desk)/desk/_components/understood.tsx'
import { Views } from '#app/(desk)/desk/_components/views.tsx'
import { addTagAction } from '#app/(desk)/desk/actions.ts'
import type { AskedDesk } from '#app/(desk)/desk/ask-desk.ts'
import { arrivalsAddress, deskAddress, writeCursor } from '#app/(desk)/desk/search-params.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { newestArrival } from '#lib/articles/count-arrivals.ts'
import { countFacets } from '#lib/articles/count-facets.ts'
import { listDesk } from '#lib/articles/list-desk.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { filterLabels } from '#lib/search/filter-labels.ts'
import { understand } from '#lib/search/understand.ts'
import type { PageContext } from '#lib/web/page-context.ts'

/** The desk while an article is read: the list beside it, or behind it where the screen is narrow. */
export async function ReadingDesk({ ctx, params }: { ctx: PageContext; params: AskedDesk }) {
  const i18n = await requestI18n()
  const { t } = i18n
  const { filter, after, open, isNarrowing } = params
  const since = await newestArrival(ctx)
  const understood = await understand(ctx, filter, params.asked.query)
  const score = params.sort === 'relevance' ? understood.score : null
  const [{ rows, next }, labels] = await Promise.all([
    listDesk(ctx, { filter: understood.filter, score, after, textLength: 0 }),
    filterLabels(ctx, i18n, filter),
  ])
  const read = (params.read === 'first' ? rows[0]?.lead.id : params.read) ?? undefined
  const at = (more: Record<string, string | undefined> = {}) => deskAddress(params, more)
  return (
    <div className="mx-auto w-full max-w-[110rem] px-4 py-4">
      <header className="mb-3 flex flex-wrap items-center gap-3 max-lg:hidden">
        <SearchBox ctx={ctx} params={params} i18n={i18n} />
        <Views filter={filter} userId={ctx.actor.userId} i18n={i18n} />
        <Link
          href={at({ read, narrow: isNarrowing ? undefined : '1' })}
          replace
          scroll={false}
          prefetch={false}
          aria-keyshortcuts="f"
          className={buttonClass()}
        >
          {t(isNarrowing ? 'triage.reader.closeFilters' : 'triage.reader.filters')}
        </Link>
      </header>
      <div className="max-lg:hidden">
        <div className="flex text-sm">
          <Understood ctx={ctx} params={params} i18n={i18n} />
        </div>
        <ChosenFilters filter={filter} labels={labels} i18n={i18n} />
      </div>
      <div className="mt-2 grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="relative max-lg:hidden lg:sticky lg:top-16">
          <section
            data-rows=""
            tabIndex={0}
            aria-label={t('desk.list')}
            className="max-h-[calc(100dvh-5rem)] overflow-y-auto rounded-lg border border-edge bg-surface"
          >
            <h2 className="sr-only">{t('desk.list')}</h2>
            {rows.length === 0 ? (
              <Nothing ctx={ctx} filter={filter} query={understood.query} isWhole={params.asked.isWhole} i18n={i18n} />
            ) : (
              <ol className="divide-y divide-edge">
                {rows.map((row) => (
                  <NarrowRow
                    key={row.lead.id}
                    row={row}
                    href={at({ read: row.lead.id })}
                    isRead={row.lead.id === read}
                    i18n={i18n}
                  />
                ))}
              </ol>
            )}
          </section>
          {isNarrowing && (
            <aside
              aria-label={t('desk.facets.title')}
              className="absolute inset-x-0 top-0 max-h-[calc(100dvh-5rem)] overflow-y-auto rounded-lg bg-surface shadow-lg"
            >
              <Suspense fallback={<p className="p-3 text-muted">{t('common.loading')}</p>}>
                <CountedFacets ctx={ctx} counted={countFacets(ctx, understood.filter)} filter={filter} />
              </Suspense>
            </aside>
          )}
        </div>
        {read && (
          <Reading
            ctx={ctx}
            read={read}
            open={open}
            rows={rows}
            at={at}
            onward={next && at({ after: writeCursor(next), read: 'first' })}
            i18n={i18n}
          />
        )}
      </div>
      <Arrivals
        address={arrivalsAddress(filter, since)}
        list={deskAddress({ ...params, after: null }, { read })}
        show={t('triage.arrivals.show')}
      />
      <TagDialog action={addTagAction} words={tagDialogWords(t)} />
    </div>
  )
}

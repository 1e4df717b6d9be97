import type { Metadata } from 'next'
import Link from 'next/link'
import { KindSelect } from '#app/(desk)/entities/_components/kind-select.tsx'
import { NameAnswers, NameCard } from '#app/(desk)/entities/new-names/_components/name-card.tsx'
import { NewNamesTable } from '#app/(desk)/entities/new-names/_components/new-names-table.tsx'
import { decideNameAction, undoNameAction } from '#app/(desk)/entities/new-names/actions.ts'
import { cursorOf, NEW_NAMES, NewNamesParams, newNamesLink } from '#app/(desk)/entities/new-names/search-params.ts'
import { Deck } from '#components/layout/deck.tsx'
import { ListSearch } from '#components/layout/list-search.tsx'
import { Pager } from '#components/layout/pager.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { entityNames } from '#lib/tag/new-names/entity-names.ts'
import { countNewNames, listNewNames } from '#lib/tag/new-names/list-new-names.ts'
import { nameExamples } from '#lib/tag/new-names/name-examples.ts'
import { nameProposals } from '#lib/tag/new-names/name-proposals.ts'
import { pageContext } from '#lib/web/page-context.ts'

/** Names of the list below, and how many of them are asked about: ahead of one key each, sent again with every answer. */
const PAGE = 50
const ASKED = 6

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestI18n()).t('newNames.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewNamesPage({ searchParams }: Props) {
  const [ctx, given, i18n] = await Promise.all([pageContext('taxonomy:edit'), searchParams, requestI18n()])
  const { t, number } = i18n
  const { after, ...filter } = NewNamesParams.parse(given)
  const entities = await entityNames(ctx)
  const [found, total] = await Promise.all([
    listNewNames(ctx, { ...filter, after, limit: PAGE + 1 }, entities),
    countNewNames(ctx, filter, entities),
  ])
  const names = found.slice(0, PAGE)
  const asked = names.slice(0, ASKED)
  const lastAsked = found.length > ASKED ? asked.at(-1) : undefined
  const last = found.length > PAGE ? names.at(-1) : undefined
  const [examples, proposals] = await Promise.all([
    nameExamples(
      ctx,
      asked.map(({ id }) => id),
    ),
    nameProposals(ctx, asked, entities),
  ])
  const cards = asked.map((name) => {
    const about = { proposals: proposals.get(name.id) ?? { entities: [], others: [] }, i18n }
    return {
      id: name.id,
      content: <NameCard name={name} examples={examples.get(name.id) ?? []} {...about} />,
      answers: <NameAnswers {...about} />,
    }
  })
  const [forward, back] = i18n.dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  return (
    <Page title={t('newNames.title')}>
      <p className="mb-4 text-muted">{t('newNames.intro')}</p>
      <ListSearch path={NEW_NAMES} label={t('newNames.search')} q={filter.q} total={total}>
        <KindSelect kind={filter.kind} any key={filter.kind} />
      </ListSearch>
      {names.length === 0 && (
        <Empty
          next={
            <Link href={after ? newNamesLink(filter, undefined) : '/entities'} className={buttonClass('primary')}>
              {t(after ? 'review.toStart' : 'newNames.emptyNext')}
            </Link>
          }
        >
          {t(after ? 'review.endOfList' : filter.q || filter.kind ? 'newNames.nothingFound' : 'newNames.empty')}
        </Empty>
      )}
      <Deck
        cards={cards}
        decide={decideNameAction}
        undo={undoNameAction}
        next={lastAsked ? newNamesLink(filter, lastAsked) : null}
        words={{
          skip: t('review.skip'),
          previous: t('review.previous'),
          undo: t('review.undo'),
          loading: t('review.loading'),
          more: t('common.more'),
          positions: asked.map(
            ({ name }, i) => `${t('review.position', { at: number(i + 1), count: number(cards.length) })}: ${name}`,
          ),
          keys: { next: forward, previous: back },
        }}
      />
      {names.length > 0 && (
        <section className="mt-6">
          <h2 className="mb-2 text-lg font-semibold">{t('newNames.list')}</h2>
          <NewNamesTable names={names} after={after} filter={filter} i18n={i18n} />
        </section>
      )}
      <Pager path={NEW_NAMES} query={filter} next={last ? cursorOf(last) : null} isFirst={!after} />
    </Page>
  )
}

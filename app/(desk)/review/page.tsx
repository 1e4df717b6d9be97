import type { Metadata } from 'next'
import Link from 'next/link'
import { ReviewCard } from '#app/(desk)/review/_components/card.tsx'
import { decideReviewAction, undoReviewAction } from '#app/(desk)/review/actions.ts'
import { ReviewParams, reviewLink } from '#app/(desk)/review/search-params.ts'
import { NoDefaultButton } from '#components/article/reason-input.tsx'
import { Deck } from '#components/layout/deck.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { KeyName } from '#components/ui/key-name.tsx'
import { Empty, Page } from '#components/ui/page.tsx'
import { listWithTexts } from '#lib/articles/list-with-texts.ts'
import { whyBeside } from '#lib/compare/why-in-story.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { listReview } from '#lib/stories/list-review.ts'
import { pageContext } from '#lib/web/page-context.ts'

/** Questions on a page: enough to be ahead of one key each, few enough to be sent again with every answer. */
const PAGE = 6
/** Letters of a text that are shown: the lead and what follows; the rest is on the article's own screen. */
const LETTERS = 4000

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestI18n()).t('review.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ReviewPage({ searchParams }: Props) {
  const [ctx, given, i18n] = await Promise.all([pageContext('story:edit'), searchParams, requestI18n()])
  const { t, number } = i18n
  const { after } = ReviewParams.parse(given)
  const found = await listReview(ctx, { after, limit: PAGE + 1 })
  const items = found.slice(0, PAGE)
  const last = found.length > PAGE ? items.at(-1) : undefined
  const [texts, reasons] = await Promise.all([
    listWithTexts(
      ctx,
      items.flatMap((item) => [item.articleId, item.otherId]),
      LETTERS,
    ),
    whyBeside(
      ctx,
      items.flatMap((item) => (item.about === 'event' ? [item] : [])),
    ),
  ])
  const cards = items.flatMap((item) => {
    const [article, other] = [texts.get(item.articleId), texts.get(item.otherId)]
    if (!article || !other) return []
    const { articleId, otherId, about } = item
    const content = (
      <>
        <NoDefaultButton />
        <input type="hidden" name="articleId" value={articleId} />
        <input type="hidden" name="otherId" value={otherId} />
        <input type="hidden" name="about" value={about} />
        <ReviewCard
          item={item}
          article={article}
          other={other}
          why={reasons.get(item.articleId) ?? null}
          most={LETTERS}
          i18n={i18n}
        />
      </>
    )
    const answers = (
      <>
        <Button look="primary" name="same" value="true" hotkey="y">
          {t('review.yes')} <KeyName name="Y" />
        </Button>
        <Button look="danger" name="same" value="false" hotkey="n">
          {t('review.no')} <KeyName name="N" />
        </Button>
      </>
    )
    return [{ id: `${about} ${articleId}`, about, content, answers }]
  })
  const [forward, back] = i18n.dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  return (
    <Page title={t('review.title')}>
      <p className="mb-4 text-muted">{t('review.intro')}</p>
      {cards.length === 0 && (
        <Empty
          next={
            <Link href={after ? '/review' : '/stories'} className={buttonClass('primary')}>
              {t(after ? 'review.toStart' : 'review.emptyNext')}
            </Link>
          }
        >
          {t(after ? 'review.endOfList' : 'review.empty')}
        </Empty>
      )}
      <Deck
        cards={cards}
        decide={decideReviewAction}
        undo={undoReviewAction}
        next={last ? reviewLink(last) : null}
        words={{
          skip: t('review.skip'),
          previous: t('review.previous'),
          undo: t('review.undo'),
          loading: t('review.loading'),
          more: t('common.more'),
          positions: cards.map(
            (card, i) =>
              `${t('review.position', { at: number(i + 1), count: number(cards.length) })}: ${t(`review.question.${card.about}`)}`,
          ),
          keys: { next: forward, previous: back },
        }}
      />
    </Page>
  )
}

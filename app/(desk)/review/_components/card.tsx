import { Beside } from '#app/(desk)/review/_components/beside.tsx'
import { EventReasons } from '#components/article/event-reasons.tsx'
import { ReasonInput } from '#components/article/reason-input.tsx'
import { TextReasons } from '#components/article/text-reasons.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Fold } from '#components/ui/fold.tsx'
import type { ArticleWithText } from '#lib/articles/list-with-texts.ts'
import { changedWords } from '#lib/compare/changed-words.ts'
import { sameTextEvidence } from '#lib/compare/same-text-evidence.ts'
import { sharedSpans } from '#lib/compare/shared-spans.ts'
import type { StoryReasons } from '#lib/compare/why-in-story.ts'
import { wordDifference } from '#lib/compare/word-difference.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { ReviewItem } from '#lib/stories/list-review.ts'

type Props = {
  item: ReviewItem
  article: ArticleWithText
  other: ArticleWithText
  why: [StoryReasons, StoryReasons] | null
  /** Letters that were asked for: a text that long goes on. */
  most: number
  i18n: I18n
}

/** Passages that are marked in both texts. */
const PASSAGES = 12

/** A question of the review list: both texts side by side, what they share marked, and the reasons. */
export function ReviewCard({ item, article, other, why, most, i18n }: Props) {
  const { t } = i18n
  const state = `${item.about}-${item.joined ? 'joined' : 'apart'}` as const
  const passages = sharedSpans(article.text, other.text, PASSAGES)
  const named = (of: StoryReasons | undefined) =>
    of && item.about === 'event' ? [...of.names, ...of.phrases, ...of.numbers].map((shared) => shared.span) : []
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-lg font-semibold">{t(`review.question.${item.about}`)}</h2>
        <Badge tone="accent">{t(`review.now.${state}`)}</Badge>
        <Badge>{t('review.size', { count: item.size })}</Badge>
      </div>
      <p className="mb-3 text-sm text-muted">{t(`review.follows.${state}`)}</p>
      <div className="mb-3 rounded-lg border border-edge bg-surface p-4">
        <h3 className="mb-1 font-semibold">{t('review.why.titleTwo')}</h3>
        {item.about === 'text' ? (
          <TextReasons
            evidence={sameTextEvidence(article.text, other.text)}
            changed={changedWords(article.text, other.text, wordDifference(article.text, other.text))}
            language={article.language}
            i18n={i18n}
          />
        ) : (
          why && (
            <>
              <p className="text-sm text-muted">{t('review.why.ofStory')}</p>
              <EventReasons
                why={{ ...why[0], because: [...why[0].because, ...runnerUp(item)] }}
                language={article.language}
                score={item.score}
                threshold={item.threshold}
                under={t('review.why.underApart')}
                i18n={i18n}
              />
            </>
          )
        )}
      </div>
      <div className="grid gap-3 md:grid-cols-2">
        {([article, other] as const).map((one, i) => (
          <Beside
            key={one.id}
            article={one}
            label={t(i === 0 ? 'review.first' : 'review.second')}
            marks={[...passages.map((passage) => (i === 0 ? passage.a : passage.b)), ...named(why?.[i])]}
            isCut={one.text.length >= most}
            i18n={i18n}
          />
        ))}
      </div>
      <div className="mt-3">
        <Fold summary={t('review.reason')} hotkey="r">
          <ReasonInput i18n={i18n} className="block max-w-md" />
        </Fold>
      </div>
    </>
  )
}

const runnerUp = ({ runnerUp: score }: ReviewItem) => (score === null ? [] : [{ kind: 'runner-up' as const, score }])

import { Quoted } from '#components/article/quoted.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { Changed } from '#lib/compare/changed-words.ts'
import { UNITES_FROM_JACCARD } from '#lib/compare/same-text.ts'
import type { SameTextEvidence } from '#lib/compare/same-text-evidence.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { isolate } from '#lib/i18n/isolate.ts'

type Props = { evidence: SameTextEvidence | null; changed: Changed; language: string; i18n: I18n }

/** Passages that are quoted, and letters of each. */
const PASSAGES = 3
const LETTERS = 160
/** Changed words of a kind that are named. */
const NAMED = 8

/** Why two texts are held to be one, in words: how much they share against what is needed, what, and what changed. */
export function TextReasons({ evidence, changed, language, i18n }: Props) {
  const { t, percent } = i18n
  const kinds = (['figures', 'names', 'negations'] as const).filter(
    (kind) => changed[kind].a.length + changed[kind].b.length > 0,
  )
  const named = (words: string[]) => words.slice(0, NAMED).map(isolate).join(' · ') || t('review.same.none')
  return (
    <div className="space-y-1 text-sm">
      {evidence ? (
        <>
          <p>
            <Badge tone={evidence.jaccard >= UNITES_FROM_JACCARD ? 'good' : 'doubt'}>
              {t(`article.copies.kind.${evidence.kind}`)}
            </Badge>{' '}
            {t('review.same.score', { score: percent(evidence.jaccard), threshold: percent(UNITES_FROM_JACCARD) })}
          </p>
          <p>{t('review.same.contained', { share: percent(evidence.containment) })}</p>
          {evidence.passages.length > 0 && (
            <>
              <p className="text-muted">{t('review.same.passages')}:</p>
              <ul className="ms-4 list-disc">
                {evidence.passages.slice(0, PASSAGES).map((passage) => (
                  <li key={passage.a.start}>
                    {t('review.same.passage', { count: passage.words })}:{' '}
                    <Quoted
                      text={passage.quote.slice(0, LETTERS) + (passage.quote.length > LETTERS ? '…' : '')}
                      language={language}
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : (
        <p>{t('review.same.unlike')}</p>
      )}
      {kinds.map((kind) => (
        <p key={kind} className="text-doubt">
          {t(`review.same.${kind}`, { here: named(changed[kind].a), there: named(changed[kind].b) })}
        </p>
      ))}
    </div>
  )
}

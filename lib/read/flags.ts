import type { Field, Flag } from '#lib/core/article.ts'
import type { Repair } from '#lib/read/decode.ts'
import type { Draft } from '#lib/read/draft.ts'
import { mixedLanguageFlag } from '#lib/read/language.ts'
import { machineTranslatedFlag } from '#lib/read/machine-translated.ts'
import { titleMismatchFlag } from '#lib/read/title-mismatch.ts'
import { truncatedFlag } from '#lib/read/truncated.ts'
import type { SourceRow } from '#lib/read/vocabulary.ts'

type Judged = {
  draft: Draft
  title: Field<string> | null
  text: string
  /** The text folded. */
  folded: string
  paragraphs: string[]
  language: string
  source: Field<string> | null
  sourceRow: SourceRow | null
  repaired: Repair | null
}

/** More lines (in pages: words) outside the article than this share of the document make it mostly furniture. */
const HEAVY = { share: 0.5, lines: 8 }

/** The doubts that concern the article itself; those about its date come with the date. */
export function qualityFlags({
  draft,
  title,
  text,
  folded,
  paragraphs,
  language,
  source,
  sourceRow,
  repaired,
}: Judged): Flag[] {
  const flags: (Flag | null)[] = [
    title
      ? titleMismatchFlag(
          title.value,
          text,
          draft.titles.map((t) => t.value).filter((t) => t !== title.value),
          folded,
        )
      : titleMissing(),
    source ? null : { kind: 'source-unknown', evidence: { rule: 'source.none' }, confidence: 0.9 },
    truncatedFlag(paragraphs, draft.cuts) ?? (draft.barrier ? behindBarrier(draft.barrier) : null),
    machineTranslatedFlag(draft, language, sourceRow, text),
    mixedLanguageFlag(draft.blocks, language),
    repaired && encodingRepaired(repaired),
    boilerplateHeavy(draft),
  ]
  return flags.filter((flag) => flag !== null)
}

const encodingRepaired = ({ rule, sample, from }: Repair): Flag => ({
  kind: 'encoding-repaired',
  evidence: { rule, quote: sample, detail: { charset: from } },
  confidence: rule === 'encoding.misread' ? 0.95 : 0.6,
})

const titleMissing = (): Flag => ({ kind: 'title-missing', evidence: { rule: 'title.none' }, confidence: 0.9 })

const behindBarrier = (quote: string): Flag => ({
  kind: 'truncated',
  evidence: { rule: 'truncated.paywall', quote },
  confidence: 0.7,
})

function boilerplateHeavy(draft: Draft): Flag | null {
  if (draft.furnitureShare < HEAVY.share || draft.asides.length < HEAVY.lines) return null
  return {
    kind: 'boilerplate-heavy',
    evidence: {
      rule: 'furniture.share',
      detail: { share: Math.round(draft.furnitureShare * 100) / 100, lines: draft.asides.length },
    },
    confidence: Math.min(0.95, 0.4 + draft.furnitureShare / 2),
  }
}

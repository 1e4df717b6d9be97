import Link from 'next/link'
import { Difference } from '#components/article/difference.tsx'
import { TextReasons } from '#components/article/text-reasons.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { changedWords } from '#lib/compare/changed-words.ts'
import { sameTextEvidence } from '#lib/compare/same-text-evidence.ts'
import { wordDifference } from '#lib/compare/word-difference.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { isolate } from '#lib/i18n/isolate.ts'

/** Aligning words takes time that grows with the texts: beyond this many UTF-16 units together nobody reads it anyway. */
const MOST = 200_000

type Props = {
  a: string
  b: string
  language: string
  /** Folded words of names that the article is tagged with. */
  names: ReadonlySet<string>
  source: string
  close: string
  i18n: I18n
}

/** Why two texts are held to be one, and what differs word by word. */
export function CopyDifference({ a, b, language, names, source, close, i18n }: Props) {
  const { t } = i18n
  if (a.length + b.length > MOST) return <p className="text-muted">{t('article.copies.longer')}</p>
  const tokens = wordDifference(a, b, names)
  return (
    <section
      id="difference"
      aria-labelledby="difference-title"
      className="mb-5 max-w-[44rem] scroll-mt-24 rounded-lg border border-edge bg-surface p-4"
    >
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <h2 id="difference-title" className="font-semibold">
          {t('article.copies.differenceTitle', { source: isolate(source) })}
        </h2>
        <Link href={close} prefetch={false} className={buttonClass('plain', true)}>
          {t('article.copies.hideDifference')}
        </Link>
      </div>
      <h3 className="text-sm font-semibold">{t('review.same.title')}</h3>
      <div className="mb-3">
        <TextReasons
          evidence={sameTextEvidence(a, b)}
          changed={changedWords(a, b, tokens)}
          language={language}
          i18n={i18n}
        />
      </div>
      <Difference
        a={a}
        b={b}
        tokens={tokens}
        language={language}
        words={{
          deleted: t('article.copies.deleted'),
          inserted: t('article.copies.inserted'),
          identical: t('article.copies.identical'),
          legend: t('article.copies.legend'),
        }}
      />
    </section>
  )
}

import type { Field } from '#lib/core/article.ts'
import { oneLine } from '#lib/read/clean-text.ts'
import type { Clue, Draft } from '#lib/read/draft.ts'
import { type Lookup, nameKey } from '#lib/read/vocabulary.ts'
import { foldText } from '#lib/text/fold.ts'

/** «بقلم …», «كتب: …», By …, Par …: whoever follows wrote it. Runs on the line as printed. */
const PREFIX =
  /^\s*(?:بقلم|كتب(?:ت|ه|ها)?|إعداد|اعداد|تقرير|حوار|تحرير|ترجمة|by|par|von|por|written by|author)\s*[:\-–/]?\s+(.{3,60})$/iu
/** «هوآي فونج (وفقًا لوكالة …)»: a name, and in brackets after whom. */
const WITH_CREDIT = /^([^().:،,\d]{4,40})\s*[(（][^)）]{3,60}[)）]\s*$/u
const CREDIT = /(?:وفق|نقل|عن|بحسب|وكال|according|theo|selon|after|via|source)/u
/** Sections and kinds of text that stand where names stand. */
const NOT_A_NAME =
  /(?:^|\s)(?:ال)?(?:اخبار|سياسه|اقتصاد|رياضه|منوعات|ثقافه|تقارير|تقرير|تحليل|راي|مقالات|عرب\p{L}*|دولي\p{L}*|محلي\p{L}*|عاجل|فيديو|صور|متابعات|وكالات|رئيسيه|خاص|news|politics|world|opinion|analysis|actualites?|politique|admin|administrator|editor|staff|redaction|reporter|home|video|http\S*|www\S*)(?:\s|$)/u

/**
 * Who wrote the article: what the delivery or the page's metadata states, then a signed line at an edge of the text.
 * A name of an outlet or an agency is no byline.
 */
export function bylineOf(draft: Draft, stated: string | undefined, lookup: Lookup): Field<string> | null {
  const clues: Clue[] = [
    ...(stated ? [{ value: stated, evidence: { rule: 'stated.author', quote: stated }, confidence: 0.95 }] : []),
    ...draft.authors,
    ...signedLines(draft),
  ]
  let best: Clue | null = null
  for (const clue of clues) {
    const value = oneLine(clue.value)
      .replace(/^(?:by|par|بقلم|كتب)\s*[:\-–]?\s+/iu, '')
      .replace(/[\s،,|:–-]+$/u, '')
    const isStated = clue.confidence >= 0.8
    if (!isName(value, isStated, lookup) || (best && best.confidence >= clue.confidence)) continue
    best = { ...clue, value }
  }
  return best
}

function signedLines(draft: Draft): Clue[] {
  const after = draft.asides.filter((a) => a.place === 'after').slice(0, 4)
  const before = draft.asides.filter((a) => a.place === 'before')
  const edges = [
    ...before,
    ...after,
    ...[draft.blocks[0], draft.blocks.at(-1)].map((b) => ({ text: b?.text ?? '', place: 'inside' as const })),
  ]
  const clues: Clue[] = []
  for (const { text } of edges) {
    if (text.length < 4 || text.length > 100) continue
    const prefixed = PREFIX.exec(text)?.[1]
    if (prefixed)
      clues.push({
        value: prefixed.split(/\s[-–|]\s/)[0] ?? prefixed,
        evidence: { rule: 'byline.signed', quote: text },
        confidence: 0.8,
      })
    const credited = WITH_CREDIT.exec(text)
    if (credited?.[1] && CREDIT.test(foldText(text)))
      clues.push({ value: credited[1], evidence: { rule: 'byline.with-credit', quote: text }, confidence: 0.75 })
  }
  return clues
}

function isName(value: string, isStated: boolean, lookup: Lookup): boolean {
  const words = value.split(/\s+/)
  if (value.length < 3 || value.length > 80 || words.length > (isStated ? 12 : 5) || /\d{2}|https?:/.test(value))
    return false
  if (!isStated && (words.length < 2 || /[.!?؟]$/.test(value))) return false
  const key = nameKey(value)
  return !NOT_A_NAME.test(foldText(value)) && !lookup.sourceByName.has(key) && !lookup.agencyByName.has(key)
}

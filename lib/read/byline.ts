import type { Field } from '#lib/core/article.ts'
import { oneLine } from '#lib/read/clean-text.ts'
import type { Clue, Draft } from '#lib/read/draft.ts'
import { type Lookup, nameKey } from '#lib/read/vocabulary.ts'
import { foldText } from '#lib/text/fold.ts'

/** «بقلم …», By …, Par …: whoever follows wrote it. Runs on the line as printed. */
const PREFIX =
  /^\s*(?:بقلم|by|par|von|por|written by|reporting by|story by|posted by|author|propos recueillis par|publié par|rédigé par|écrit par)(?:\s*[:\-–|/]\s*|\s+)(.{3,60})$/iu
/** Words that begin sentences and headlines too: a sign must follow them, or nothing but a name. */
const SIGNED =
  /^\s*(?:كتب(?:ت|ه|ها)?|إعداد|اعداد|تقرير|حوار|تحرير|ترجمة|متابعة|أجر[ىت]\s+الحوار|حاور(?:ه|ها|ته|تها))\s*[:\-–|/]\s*(.{3,60})$/u
const WROTE = /^\s*(?:كتبت?|أعد(?:ه|ته|ها)?)\s+(?!ال)(.{3,40}?)\s*:?\s*$/u
/** «هوآي فونج (وفقًا لوكالة …)»: a name, and in brackets after whom. */
const WITH_CREDIT = /^([^().:،,\d]{4,40})\s*[(（][^)）]{3,60}[)）]\s*$/u
const CREDIT = /(?:وفق|نقل|عن|بحسب|وكال|according|theo|selon|after|via|source)/u
/** Sections and kinds of text that stand where names stand. */
const NOT_A_NAME =
  /(?:^|\s)(?:ال)?(?:اخبار|سياسه|اقتصاد|رياضه|منوعات|ثقافه|تقارير|تقرير|تحليل|راي|مقالات|عرب\p{L}*|دولي\p{L}*|محلي\p{L}*|عاجل|فيديو|صور|متابعات|وكالات|رئيسيه|خاص|news|politics|world|opinion|analysis|actualites?|politique|admin|administrator|editor|staff|redaction|reporter|home|video|http\S*|www\S*)(?:\s|$)/u

/** Words of sentences, which no name has (folded). */
const SENTENCE_WORD =
  /(?:^|\s)(?:في|علي|الي|عن|ان|من|مع|هذا|هذه|التي|الذي|بعد|قبل|مراسل\p{L}*|رساله|وزير|رييس|الرييس|خادم|صوره|لقطه|اثناء|الوفد|فريق|خطاب|لقاء|بسم|التقييم|نجوم|next|previous|the|of|to|and\s+the|is|are)(?:\s|$)/u
/** «سعاد الجبوري (مع أ ف ب)», «Suad Jubouri, Reuters», «avec AFP»: what the name was joined with. */
const JOINED = /\s*(?:[,،/|(–-]\s*|\s(?=avec|with|مع))(?:(?:avec|with|مع|و)\s+)?([^,،/|()–-]{2,30})\)?\s*$/iu

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
    const value = bareName(clue.value, lookup)
    const isPrinted = clue.confidence < 0.8 || clue.evidence.rule === 'byline.signed'
    if (isPrinted && isSentence(value)) continue
    if (!isName(value, clue.confidence >= 0.8, lookup) || (best && best.confidence >= clue.confidence)) continue
    best = { ...clue, value }
  }
  return best
}

/** Nobody's name is longer; what is need not be looked through. */
const LONGEST = 300

/** The name alone: no label, no sign around it, no agency after it, no place before or behind a dash. */
function bareName(printed: string, lookup: Lookup): string {
  const value = oneLine(printed.slice(0, LONGEST))
    .replace(/^(?:by|par|بقلم|كتب)\s*[:\-–]?\s+/iu, '')
    .replace(/^[^\p{L}]+|[\s،,|:*–-]+$/gu, '')
    .split(/\s*;\s/)[0] as string
  const joined = JOINED.exec(value)
  if (joined && lookup.agencyByName.has(nameKey(joined[1] ?? ''))) return value.slice(0, joined.index).trim()
  const [before = '', behind = '', ...more] = value.split(/\s+[-–—ـ]\s*|[-–—ـ]\s+/)
  if (more.length > 0 || behind === '') return value
  const [one, other] = [before.split(/\s+/).length, behind.split(/\s+/).length]
  if (one === 1 && other >= 2 && other <= 4) return behind
  return other === 1 && one >= 2 && one <= 4 ? before : value
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
    const prefixed = (PREFIX.exec(text) ?? SIGNED.exec(text) ?? WROTE.exec(text))?.[1]
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

/** Words run on where a name would stand: «كتب الوزير رسالة», by the numbers. */
const isSentence = (value: string): boolean => SENTENCE_WORD.test(foldText(value)) || !isCapitalised(value.split(/\s+/))

/** Latin names begin with capitals, but for particles (de, bin, al-); other scripts have none. */
const isCapitalised = (words: string[]): boolean =>
  words.every((word) => !/^\p{Script=Latin}/u.test(word) || word.length <= 3 || /^\p{Lu}|['-]\p{Lu}/u.test(word))

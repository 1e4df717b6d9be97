import type { Field } from '#lib/core/article.ts'
import type { Clue, Draft } from '#lib/read/draft.ts'
import { byHost, hostOf, type Lookup, nameKey, ownName, type SourceRow } from '#lib/read/vocabulary.ts'
import { fold, foldText } from '#lib/text/fold.ts'
import { matchesOf } from '#lib/text/matches-of.ts'

export type WhoPublished = { source: Field<string> | null; origin: Field<string> | null; row: SourceRow | null }

/** Surer than a name that the vocabulary does not know. */
const KNOWN = 0.12
const PIECES = /\s*[|•·–—/،,:+]\s*|\s+-\s+|^\s*[-©]\s*|[()«»[\]]/
/** Lines that name the owner among other words. */
const OWNED = /(?:حقوق|©|copyright|all rights|tous droits)/iu

type Candidate = { field: Field<string>; row: SourceRow | null }

/**
 * Who published the article, and who published it first where the two differ. In order of trust: what the delivery
 * states, the address, the site's own name, names on lines around the article, a dateline, an outlet that the text
 * says was spoken to.
 */
export function whoPublished(
  draft: Draft,
  address: string | null,
  stated: string | undefined,
  lookup: Lookup,
): WhoPublished {
  const candidates: Candidate[] = []
  const add = (clue: Clue, row = rowOf(clue.value, lookup)) => {
    const field = {
      value: row ? ownName(row) : clue.value,
      evidence: clue.evidence,
      confidence: Math.min(0.99, clue.confidence + (row ? KNOWN : 0)),
    }
    candidates.push({ field, row })
  }
  if (stated) add({ value: stated, evidence: { rule: 'stated.source', quote: stated }, confidence: 0.9 })
  const host = hostOf(address)
  const hosted = byHost(lookup.sourceByDomain, host)
  if (hosted && address)
    add({ value: ownName(hosted), evidence: { rule: 'source.address', quote: address }, confidence: 0.85 }, hosted)
  for (const clue of draft.siteNames) add(clue)
  for (const clue of namesAround(draft, lookup)) add(clue)
  for (const clue of draft.origins) add({ ...clue, confidence: clue.confidence - 0.1 })
  if (candidates.length === 0)
    quotedOutlet(draft, lookup).forEach((clue) => {
      add(clue)
    })
  if (candidates.length === 0 && host)
    add({ value: host, evidence: { rule: 'source.host', ...(address ? { quote: address } : {}) }, confidence: 0.5 })
  candidates.sort((a, b) => b.field.confidence - a.field.confidence)
  const best = candidates[0] ?? null
  return { source: best?.field ?? null, origin: originBeside(best, draft.origins, lookup), row: best?.row ?? null }
}

function rowOf(name: string, lookup: Lookup): SourceRow | null {
  const key = nameKey(name)
  return lookup.sourceByName.get(key) ?? lookup.sourceByName.get(key.replace(/\.(?:com|net|org)$/, '')) ?? null
}

/** A name printed twice beside the date is the outlet that the site took the article from. */
function originBeside(source: Candidate | null, origins: Clue[], lookup: Lookup): Field<string> | null {
  for (const origin of origins) {
    const row = rowOf(origin.value, lookup)
    const value = row ? ownName(row) : origin.value
    if (source && nameKey(value) !== nameKey(source.field.value)) return { ...origin, value }
  }
  return null
}

/** Known names on lines outside the article: a site's name over its door, a name under the text. */
function namesAround(draft: Draft, lookup: Lookup): Clue[] {
  const clues: Clue[] = []
  for (const aside of draft.asides) {
    if (aside.text.length > 90) continue
    for (const piece of aside.text.replace(/\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/g, '|').split(PIECES)) {
      const row = piece.length >= 3 ? rowOf(piece.replace(/^[\s\p{P}]+|[\s\p{P}\d]+$/gu, ''), lookup) : null
      // An agency under a text is its credit, not its publisher.
      if (row && (row.kind !== 'agency' || aside.place === 'before'))
        clues.push({
          value: ownName(row),
          evidence: { rule: aside.place === 'after' ? 'source.footer' : 'source.header', quote: aside.text },
          confidence: 0.7,
        })
    }
  }
  clues.push(...ownersNamed(draft, lookup), ...namesInTitles(draft, lookup))
  const dateline = draft.blocks[0]?.text.slice(0, 90).split(/\s[-–—]\s|:\s|\d{4}[.:]/)[0] ?? ''
  if (dateline.length < 80) {
    for (const piece of dateline.split(/[،,/()|«»]/)) {
      const row = piece.trim().length >= 4 ? rowOf(piece.trim(), lookup) : null
      if (row && row.kind !== 'agency')
        clues.push({ value: ownName(row), evidence: { rule: 'source.dateline', quote: dateline }, confidence: 0.7 })
    }
  }
  // «باماكو: «الشرق الأوسط»»: London's Arabic papers sign behind the place.
  const signedBehind = /^\p{L}[^.،:«]{1,30}\s*[:–—-]\s*[«"“]([^»"”]{3,40})[»"”]/u.exec(draft.blocks[0]?.text ?? '')
  const behind = signedBehind && rowOf(signedBehind[1] ?? '', lookup)
  if (behind && behind.kind !== 'agency')
    clues.push({
      value: ownName(behind),
      evidence: { rule: 'source.dateline', quote: signedBehind[0] },
      confidence: 0.75,
    })
  const last = draft.blocks.at(-1)?.text ?? ''
  const signed = last.length <= 60 ? rowOf(last.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ''), lookup) : null
  if (signed)
    clues.push({ value: ownName(signed), evidence: { rule: 'source.signature', quote: last }, confidence: 0.7 })
  return clues
}

/** «بوابة … :: الخبر»: pages glue their name to the title of the tab. */
function namesInTitles(draft: Draft, lookup: Lookup): Clue[] {
  return draft.titles.flatMap(({ value, evidence }) => {
    const pieces = value.split(/\s+(?:[|•·–—»:-]|::|\/\/)\s+|\s*\|\s*/)
    const edges = pieces.length > 1 ? [pieces[0], pieces.at(-1)] : [value]
    const row = edges.map((piece) => rowOf(piece ?? '', lookup)).find((found) => found !== null)
    return row
      ? [{ value: ownName(row), evidence: { rule: 'source.title', quote: evidence.quote ?? value }, confidence: 0.66 }]
      : []
  })
}

/** «جميع الحقوق محفوظة لصحيفة …» */
function ownersNamed(draft: Draft, lookup: Lookup): Clue[] {
  return draft.asides.flatMap((aside) => {
    if (aside.place === 'before' || aside.text.length > 160 || !lookup.sourcePattern || !OWNED.test(aside.text))
      return []
    const names = [...matchesOf(lookup.sourcePattern, foldText(aside.text))].map((match) =>
      rowOf((match[2] ?? '').replace(/\s+/g, ' '), lookup),
    )
    return names
      .filter((row) => row !== null)
      .map((row) => ({ value: ownName(row), evidence: { rule: 'source.rights', quote: aside.text }, confidence: 0.72 }))
  })
}

/**
 * «أكد في تصريح للميادين»: papers name themselves bare, and other outlets with what they are («لصحيفة …»). One outlet
 * named so, and no other, is probably where the text appeared; probably is all.
 */
function quotedOutlet(draft: Draft, lookup: Lookup): Clue[] {
  if (!lookup.sourcePattern) return []
  const found = new Map<string, Clue>()
  for (const { text } of draft.blocks) {
    const printed = foldText(text)
    if (!TOLD_TO.test(printed)) continue
    const folded = printed.replace(/[«»"]/g, ' ')
    for (const match of matchesOf(lookup.sourcePattern, folded)) {
      if (!/(?:ل|لل)$/.test(match[1] ?? '')) continue
      const name = (match[2] ?? '').replace(/\s+/g, ' ')
      const row = lookup.sourceByName.get(name) ?? lookup.sourceByName.get(`ال${name}`)
      const before = folded.slice(Math.max(0, match.index - 60), match.index)
      if (!row || row.kind === 'agency' || !TOLD_TO.test(before)) continue
      const span = fold(text).toOriginal(match.index, match.index + match[0].length)
      found.set(row.slug, {
        value: ownName(row),
        evidence: { rule: 'source.told-to', quote: text.slice(Math.max(0, span.start - 30), span.end).trim() },
        confidence: 0.28,
      })
    }
  }
  return found.size === 1 ? [...found.values()] : []
}

const TOLD_TO = /(?:تصريح|حديث|مقابل|حوار|لقاء|قال|اكد|كشف|اوضح|اضاف|صرح|خاص|مصدر|مصادر|روي)/u

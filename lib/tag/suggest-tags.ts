import type { Evidence } from '#lib/core/article.ts'
import type { TagVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { findMatches, type Match } from '#lib/tag/find-matches.ts'
import { fuse } from '#lib/tag/learn/fuse.ts'
import { type ReadyText, readyText } from '#lib/tag/ready-text.ts'
import { type NamedMatch, settleNames, subjectKey } from '#lib/tag/settle-names.ts'
import type { Subject, SubjectKind } from '#lib/tag/vocabulary-rows.ts'

/** Words that made the machine suggest a tag; places count UTF-16 units of the title or of the text. */
export type TagMatch = { quote: string; start: number; end: number; field: 'title' | 'text' }

/** A tag that an editor may accept, with how sure it is and the words that say so. */
export type Suggestion = {
  subject: Subject
  /** `model` where decisions taught it, `rule` where only the words of the vocabulary say so. */
  origin: 'rule' | 'model'
  score: number
  evidence: Evidence & { matches: TagMatch[] }
}

export type TagInput = {
  title: string
  text: string
  /** False where the title was flagged as belonging to another article: then it tags nothing. */
  titleTrusted: boolean
}

/** A suggestion is shown from this score on. */
export const SUGGEST_FROM = 0.5
/** A reader takes in so many subjects; the surest are kept. */
const MOST_TOPICS = 6
/** The lead: who is in these words is what the article is about. */
const LEAD_WORDS = 60

type Tally = {
  subject: Subject
  mass: number
  matches: TagMatch[]
  counts: Map<string, { weight: number; count: number }>
}

/** The topics, countries and entities an article is about, surest first. Pure; some 0.4 ms for an article of 300 words. */
export function suggestTags({ title, text, titleTrusted }: TagInput, vocabulary: TagVocabulary): Suggestion[] {
  const fields: ReadyField[] = [{ field: 'text', ready: readyText(text, vocabulary) }]
  if (titleTrusted && title) fields.unshift({ field: 'title', ready: readyText(title, vocabulary) })
  const length = fields.reduce((sum, { ready }) => sum + ready.known.length, 0)
  const matchesOf = (layer: 'countries' | 'entities'): NamedPlace[] =>
    settleNames(
      fields.flatMap(({ field, ready }) => findMatches(ready, layer).map((match) => ({ ...match, field }))),
    ) as NamedPlace[]
  const entities = matchesOf('entities')
  const countries = matchesOf('countries')
  const named = [[...countries, ...countriesOfPlaces(entities, countries)], entities].flatMap((found) =>
    scored(namedTallies(found), (mass) => saturate(mass, 1.75 + length / 300), 'tag.named'),
  )
  const found = fields.flatMap(({ field, ready }) => findMatches(ready, 'topics').map((match) => ({ ...match, field })))
  const byWords = scored(topicTallies(found), (mass) => saturate(mass, 2.7 + length / 500), 'tag.terms')
  const { learned } = vocabulary
  const about = learned ? fuse(byWords, { title: titleTrusted ? title : '', text }, learned) : byWords
  about.sort((a, b) => b.score - a.score)
  return [...about.slice(0, MOST_TOPICS), ...named].sort((a, b) => b.score - a.score)
}

type ReadyField = { field: TagMatch['field']; ready: ReadyText }
type PlacedMatch = Match & { field: TagMatch['field'] }

/** Longer articles name more in passing: what settles a note is a mention among many in a long report. */
const saturate = (mass: number, half: number): number => 1 - Math.exp(-mass / half)

/** In the title a name counts three times, in the lead one and a half. */
const placeWeight = ({ field, wordIndex }: PlacedMatch): number =>
  field === 'title' ? 3 : wordIndex < LEAD_WORDS ? 1.5 : 1

type NamedPlace = NamedMatch & PlacedMatch

/** A place says a little less of its country than the country's own name. */
const PLACE_WEIGHT = 0.7

/** Places stand for the country they lie in, except where the same words are its name or its capital already. */
function countriesOfPlaces(entities: NamedPlace[], countries: NamedPlace[]): NamedPlace[] {
  const at = new Set(countries.map((match) => `${match.field}:${match.start}`))
  return entities.flatMap((match) =>
    match.entry.within && !at.has(`${match.field}:${match.start}`)
      ? [
          {
            ...match,
            subject: { kind: 'country', id: match.entry.within },
            entry: { ...match.entry, weight: PLACE_WEIGHT },
          },
        ]
      : [],
  )
}

function namedTallies(found: NamedPlace[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const match of found) {
    const tally = tallyOf(tallies, match.subject)
    tally.mass += match.entry.weight * placeWeight(match)
    tally.matches.push(placed(match))
  }
  return tallies
}

/** Different terms together say more than one term again and again: each further one of a kind counts less. */
function topicTallies(found: PlacedMatch[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const match of found) {
    for (const entry of match.entries) {
      if (!entry.subject) continue
      const tally = tallyOf(tallies, entry.subject)
      const term = tally.counts.get(entry.phrase) ?? { weight: entry.weight, count: 0 }
      term.count += match.field === 'title' ? 2 : match.wordIndex < LEAD_WORDS ? 1.5 : 1
      tally.counts.set(entry.phrase, term)
      tally.matches.push(placed(match))
    }
  }
  for (const tally of tallies.values()) {
    for (const { weight, count } of tally.counts.values()) tally.mass += weight * (1 + Math.log2(count) / 2)
  }
  return tallies
}

function tallyOf(tallies: Map<string, Tally>, subject: Subject): Tally {
  const key = subjectKey(subject)
  let tally = tallies.get(key)
  if (!tally) {
    tally = { subject, mass: 0, matches: [], counts: new Map() }
    tallies.set(key, tally)
  }
  return tally
}

const placed = ({ quote, start, end, field }: PlacedMatch): TagMatch => ({ quote, start, end, field })

function scored(tallies: Map<string, Tally>, score: (mass: number) => number, rule: string): Suggestion[] {
  return [...tallies.values()]
    .map(({ subject, mass, matches }) => ({
      subject,
      origin: 'rule' as const,
      score: round(score(mass)),
      evidence: evidenceOf(subject.kind, rule, matches),
    }))
    .filter((suggestion) => suggestion.score >= SUGGEST_FROM)
    .sort((a, b) => b.score - a.score)
}

const round = (score: number): number => Math.round(score * 1000) / 1000

function evidenceOf(kind: SubjectKind, rule: string, matches: TagMatch[]): Suggestion['evidence'] {
  const inText = matches.find((match) => match.field === 'text')
  const first = inText ?? matches[0]
  return {
    rule: `${rule}.${kind}`,
    ...(first ? { quote: first.quote } : {}),
    ...(inText ? { span: { start: inText.start, end: inText.end } } : {}),
    detail: { inTitle: matches.some((match) => match.field === 'title'), mentions: matches.length },
    matches,
  }
}

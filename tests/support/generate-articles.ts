import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { read } from '#lib/read/read.ts'
import countries from '#seeds/reference/countries.json' with { type: 'json' }
import entities from '#seeds/reference/entities.json' with { type: 'json' }
import sources from '#seeds/reference/sources.json' with { type: 'json' }

/** An article as a line of a delivery in JSON Lines. */
export type GeneratedArticle = { id: string; source: string; title: string; text: string; publishedAt: string }

const SOURCES = sources.map(({ names }) => names.ar)
const FIRST_DAY = new Date(Date.UTC(2026, 0, 1))
const DAY = 86_400_000
/** A desk's day; more articles last more days. */
export const A_DAY = 1000
/** Of a hundred articles: copies of another, and other accounts of its event. The rest begin an event. */
const COPIES = 15
const ACCOUNTS = 25
/** Events of so long ago are told of no more. */
const REMEMBERED = 400

/** An event: the sentences it is told in, and what its names and numbers are. */
type Event = { sentences: string[]; names: Map<string, string>; number: () => number }

/**
 * Articles that vary as news does: sentences of the demo newsroom about other persons, places and numbers, each event
 * with names of its own, some of them never heard before; one in seven is a copy with an edit, one in four another
 * account of the event. The same seed gives the same articles; they come in order of time, a thousand a day.
 */
export function* generateArticles(count: number, { seed = 1, from = FIRST_DAY } = {}): Generator<GeneratedArticle> {
  const random = randomOf(seed)
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T
  const texts = demoTexts()
  const events: Event[] = []
  const articles: GeneratedArticle[] = []
  for (let i = 0; i < count; i++) {
    const day = Math.floor(i / A_DAY)
    const publishedAt = new Date(from.getTime() + day * DAY + Math.floor(random() * DAY)).toISOString()
    const beside = { id: `generated-${seed}-${i}`, source: pick(SOURCES), publishedAt }
    const kind = random() * 100
    const before = articles.length > 0 ? pick(articles) : null
    let article: GeneratedArticle
    if (before && kind < COPIES) article = { ...before, ...beside, text: edited(before.text) }
    else {
      const isAccount = events.length > 0 && kind < COPIES + ACCOUNTS
      const event = isAccount ? pick(events) : newEvent()
      if (!isAccount) remember(events, event)
      article = { ...beside, ...told(event) }
    }
    remember(articles, article)
    yield article
  }

  function newEvent(): Event {
    const { sentences } = pick(texts)
    const names = new Map<string, string>()
    for (const { kind, ar } of NAMES)
      names.set(ar, random() < 0.2 ? invented() : pick(NAMES_BY_KIND.get(kind) ?? NAMES).ar)
    const own = Math.floor(random() * 900) + 2
    return { sentences, names, number: () => Math.max(2, own + Math.floor(random() * 3)) }
  }

  /** Tells of an event in most of its sentences, and in some of the background that any article may have. */
  function told({ sentences, names, number }: Event): { title: string; text: string } {
    const background = [...pick(texts).sentences, ...pick(texts).sentences]
    const chosen = [...sentences.filter(() => random() < 0.8), ...background.filter(() => random() < 0.6)]
    const rewritten = (chosen.length > 0 ? chosen : sentences).map((sentence) =>
      sentence
        .replace(NAME_PATTERN, (name) => names.get(name) ?? name)
        .replace(/(?<![\d.,/:-])\d{1,3}(?![\d.,/:-])/g, () => String(number())),
    )
    const paragraphs: string[] = []
    for (let at = 0; at < rewritten.length; at += 3) paragraphs.push(rewritten.slice(at, at + 3).join(' '))
    return { title: (rewritten[0] ?? '').split(/\s+/).slice(0, 9).join(' '), text: paragraphs.join('\n\n') }
  }

  /** A reprint: a paragraph less, or a line of its own. */
  function edited(text: string): string {
    const paragraphs = text.split('\n\n')
    if (paragraphs.length > 3 && random() < 0.5)
      paragraphs.splice(1 + Math.floor(random() * (paragraphs.length - 2)), 1)
    else paragraphs.push(`${pick(SOURCES)} - وكالات`)
    return paragraphs.join('\n\n')
  }

  /** A name that nobody has heard: archives never stop meeting new words. */
  function invented(): string {
    const word = () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('')
    return `${word()} ${word()}`
  }

  function remember<T>(some: T[], one: T): void {
    if (some.length < REMEMBERED) some.push(one)
    else some[Math.floor(random() * REMEMBERED)] = one
  }
}

const SYLLABLES = 'با دو غا مو سي كا نا تو ري زا لو في شا دي ما غو كو ني تا را سو وا جا لي كي مي دا بو'.split(' ')

const NAMES = [
  ...entities.flatMap(({ kind, ar }) => (ar ? [{ kind, ar }] : [])),
  ...Object.values(countries).flatMap(({ ar }) => ar.slice(0, 1).map((name) => ({ kind: 'country', ar: name }))),
]
const NAMES_BY_KIND = Map.groupBy(NAMES, ({ kind }) => kind)
const NAME_PATTERN = new RegExp(
  `(?<!\\p{L})(?:${NAMES.map(({ ar }) => ar.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
    .join('|')})(?!\\p{L})`,
  'gu',
)

/** The Arabic texts of the demo deliveries as sentences. */
function demoTexts(): { sentences: string[] }[] {
  const folder = path.resolve(import.meta.dirname, '../../seeds/demo')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => read({ bytes: readFileSync(path.join(folder, name)), mediaType: 'text/plain' }, NOBODY))
    .filter(({ language }) => language.value === 'ar')
    .map(({ text }) => ({ sentences: text.split(/(?<=[.!؟])\s+|\n+/).filter((sentence) => sentence.length > 30) }))
    .filter(({ sentences }) => sentences.length >= 4)
}

const NOBODY = { agencies: [], sources: [] }

/** Mulberry32: small, fast, the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

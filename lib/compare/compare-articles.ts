import type pg from 'pg'
import { type Doubt, eventDoubt, textDoubt } from '#lib/compare/doubts.ts'
import { type Copy, findCopies, nearestFirst, worthComparing } from '#lib/compare/find-copies.ts'
import { findMeanings } from '#lib/compare/find-meanings.ts'
import { documentFrequency, findStories, lookupDay, storiesById } from '#lib/compare/find-stories.ts'
import type { Embedded } from '#lib/compare/meaning.ts'
import { storiesRefused } from '#lib/compare/obey-verdicts.ts'
import type { PreparedArticle } from '#lib/compare/prepare-article.ts'
import { isPrecise, type PublishedSpan } from '#lib/compare/published-span.ts'
import { relateTexts, unites } from '#lib/compare/same-text.ts'
import { setAsideBoilerplate } from '#lib/compare/set-aside-boilerplate.ts'
import type { StoryCentroid } from '#lib/compare/story-centroid.ts'
import type { Near, StoryMeanings } from '#lib/compare/story-meanings.ts'
import { type ByMeaning, StoryStream } from '#lib/compare/story-stream.ts'
import { storyVector } from '#lib/compare/story-vector.ts'
import { newId } from '#lib/core/id.ts'

/** An article to be compared: its id, what comparing needs of it, and when it was published as far as known. */
export type NewArticle = {
  id: string
  prepared: PreparedArticle
  at: PublishedSpan | null
  /** What repeats its own boilerplate, where it is known. */
  sourceId?: string | null
}

export type Compared = {
  /** Group and story of each article, in the order given. */
  places: { groupId: string | null; storyId: string; copies: Copy[] }[]
  /** Groups that are new, and articles of before that now are in one. */
  newGroups: string[]
  joinedGroups: { articleId: string; groupId: string }[]
  /** Stories that are new or have changed, by id. */
  stories: Map<string, StoryCentroid>
  newStories: Set<string>
  /** Days on which stories had an article; 0 for one without a day. */
  storyDays: { storyId: string; day: number }[]
  /** What might as well have fallen on the other side of a threshold. */
  doubts: Doubt[]
}

/**
 * Compares new articles with the archive and with each other: which carry the same text, which tell of one event.
 * Runs inside the compare turn (lib/compare/compare-turn.ts), so nothing is stored between its reading and the writing.
 * @param embedded vectors of these articles, as far as an embedding provider made any
 */
export async function compareArticles(
  client: pg.ClientBase,
  articles: readonly NewArticle[],
  embedded: Embedded | null = null,
): Promise<Compared> {
  const found = await findCopies(
    client,
    articles.map((a) => a.prepared),
  )
  addCopiesAmong(articles, found)
  const copies = await setAsideBoilerplate(client, articles, found)
  const compared: Compared = {
    places: [],
    newGroups: [],
    joinedGroups: [],
    stories: new Map(),
    newStories: new Set(),
    storyDays: [],
    doubts: articles.flatMap(({ id }, i) => textDoubt(id, copies[i] ?? []) ?? []),
  }
  const groups = group(articles, copies, compared)
  await placeInStories(client, articles, copies, groups, compared, embedded)
  return compared
}

/** Copies within the chunk: each article knows those before it. */
function addCopiesAmong(articles: readonly NewArticle[], copies: Copy[][]): void {
  const byBand = new Map<number, number[]>()
  articles.forEach(({ prepared }, i) => {
    const seen = new Set<number>()
    for (const key of prepared.print.bands) {
      const sharing = byBand.get(key)
      if (!sharing) byBand.set(key, [i])
      else {
        for (const other of sharing) seen.add(other)
        sharing.push(i)
      }
    }
    for (const other of seen) {
      const before = articles[other] as NewArticle
      if (!worthComparing(before.prepared, prepared)) continue
      const relation = relateTexts(before.prepared.text, prepared.text)
      if (relation) copies[i]?.push({ of: { id: before.id, groupId: null, storyId: null }, relation })
    }
    copies[i]?.sort(nearestFirst)
  })
}

/** Each article joins the group of its nearest copy; two that were alone make one. @returns group by article id */
function group(articles: readonly NewArticle[], copies: Copy[][], compared: Compared): Map<string, string> {
  const groups = new Map<string, string>()
  articles.forEach(({ id }, i) => {
    const nearest = copies[i]?.[0]
    if (!nearest || !unites(nearest.relation)) return
    let groupId = nearest.of.groupId ?? groups.get(nearest.of.id)
    if (!groupId) {
      groupId = newId()
      compared.newGroups.push(groupId)
      if (!articles.some((a) => a.id === nearest.of.id))
        compared.joinedGroups.push({ articleId: nearest.of.id, groupId })
      groups.set(nearest.of.id, groupId)
    }
    groups.set(id, groupId)
  })
  return groups
}

async function placeInStories(
  client: pg.ClientBase,
  articles: readonly NewArticle[],
  copies: Copy[][],
  groups: Map<string, string>,
  compared: Compared,
  embedded: Embedded | null,
): Promise<void> {
  const frequency = await documentFrequency(
    client,
    articles.map((a) => a.prepared.keys),
  )
  const vectors = articles.map((a) => storyVector(a.prepared.keys, frequency.idf))
  const known = await findStories(
    client,
    articles.map((a, i) => ({ vector: vectors[i] as ReturnType<typeof storyVector>, at: a.at })),
  )
  const meanings = embedded?.vectors.size ? await findMeanings(client, articles, embedded, known.keys()) : null
  if (embedded && meanings)
    for (const [id, story] of await nearInMeaning(client, articles, embedded, meanings)) known.set(id, story)
  const refused = await storiesRefused(client, copies)
  const stream = new StoryStream()
  const ids: string[] = []
  for (const [id, story] of known) ids[stream.know(story)] = id

  const storyOf = new Map<string, string>()
  // Those whose day is known in order of time, then the others as they came.
  const order = articles.map((_, i) => i).sort((a, b) => time(articles[a]) - time(articles[b]) || a - b)
  for (const i of order) {
    const { id, at, prepared } = articles[i] as NewArticle
    const nearest = copies[i]?.[0]
    const copied = nearest && unites(nearest.relation) ? (nearest.of.storyId ?? storyOf.get(nearest.of.id)) : undefined
    if (copied) {
      const number = ids.indexOf(copied)
      if (number >= 0) stream.addCopy(number, prepared.keys.facts.headlines, at)
      storyOf.set(id, copied)
      if (number >= 0) compared.stories.set(copied, stream.stories[number] as StoryCentroid)
      continue
    }
    const apart = refused[i]
    const mayJoin = apart?.size ? (story: number) => !apart.has(ids[story] as string) : undefined
    const meant = embedded?.vectors.get(id)
    const byMeaning = meant && meanings ? numbered(meanings.near(meant, at), ids) : undefined
    const number = stream.add(vectors[i] as ReturnType<typeof storyVector>, at, mayJoin, byMeaning)
    const beside = stream.nearest && ids[stream.nearest.story]
    const doubt = stream.nearest && beside ? eventDoubt(id, beside, stream.nearest) : null
    if (doubt) compared.doubts.push(doubt)
    let storyId = ids[number]
    if (!storyId) {
      storyId = newId()
      ids[number] = storyId
      compared.newStories.add(storyId)
    }
    if (meant) meanings?.join(storyId, meant, at)
    storyOf.set(id, storyId)
    compared.stories.set(storyId, stream.stories[number] as StoryCentroid)
  }
  articles.forEach(({ id, at }, i) => {
    compared.places[i] = {
      groupId: groups.get(id) ?? null,
      storyId: storyOf.get(id) as string,
      copies: copies[i] ?? [],
    }
    compared.storyDays.push({ storyId: storyOf.get(id) as string, day: isPrecise(at) ? lookupDay(at.from) : 0 })
  })
}

/** Stories that are near one of the articles in meaning. */
async function nearInMeaning(
  client: pg.ClientBase,
  articles: readonly NewArticle[],
  { vectors }: Embedded,
  meanings: StoryMeanings,
): Promise<Map<string, StoryCentroid>> {
  const near = new Set(
    articles.flatMap(({ id, at }) =>
      vectors.has(id) ? meanings.near(vectors.get(id) as Float32Array, at).nearest : [],
    ),
  )
  return storiesById(client, [...near])
}

/** The same by the numbers that the stream knows stories by. @param ids by number */
const numbered = ({ nearest, of }: Near, ids: readonly string[]): ByMeaning => ({
  nearest: nearest.map((id) => ids.indexOf(id)).filter((number) => number >= 0),
  of: (number) => of(ids[number] as string),
})

const time = (article: NewArticle | undefined): number =>
  article && isPrecise(article.at) ? article.at.from : Number.MAX_SAFE_INTEGER

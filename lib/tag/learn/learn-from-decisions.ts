import { createHash } from 'node:crypto'
import { compress } from '#lib/core/compress.ts'
import type { Context } from '#lib/db/context.ts'
import { compileVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { encodeModel } from '#lib/tag/learn/codec.ts'
import { decidedArticles } from '#lib/tag/learn/decided-articles.ts'
import type { Example } from '#lib/tag/learn/example.ts'
import { type Features, featuresOf } from '#lib/tag/learn/features.ts'
import { learnModel } from '#lib/tag/learn/learn-model.ts'
import { TOPICS_MODEL } from '#lib/tag/learn/load-model.ts'
import { loadTagRows } from '#lib/tag/load-tag-rows.ts'
import { suggestTags } from '#lib/tag/suggest-tags.ts'

/** A topic is learnt from so many decisions on, one of them a yes. */
const LEAST_DECISIONS = 3
/** Those decided on most often; memory is bounded (see learn-model.ts). */
const MOST_TERMS = 256

type Decided = { features: Features; hints: { id: string; score: number }[]; yes: string[]; no: string[] }

export type LearntSummary = {
  topics: number
  /** Topics of which some suggestions may be accepted unseen. */
  sure: number
  articles: number
  decisions: number
  /** Of the model; the same decisions give the same. */
  sha256: string
  /** False where the stored model was this one already. */
  changed: boolean
}

/**
 * Learns all topics again from what people decided, and stores the model. The decisions are the truth and the model is
 * made of them alone: run twice, here or elsewhere, it is the same to the last bit.
 */
export async function learnFromDecisions({ db, now }: Context): Promise<LearntSummary> {
  // What the words of the topics say, without what was learnt before.
  const vocabulary = compileVocabulary({ ...(await loadTagRows(db)), learned: null })
  const decided: Decided[] = []
  const tally = new Map<string, { yes: number; all: number }>()
  let decisions = 0
  for await (const { title, text, yes, no } of decidedArticles(db)) {
    const hints = suggestTags({ title, text, titleTrusted: true }, vocabulary)
      .filter(({ subject }) => subject.kind === 'topic')
      .map(({ subject, score }) => ({ id: subject.id, score }))
    decided.push({ features: featuresOf({ title, text }), hints, yes, no })
    decisions += yes.length + no.length
    for (const id of [...yes, ...no]) {
      const count = tally.get(id) ?? { yes: 0, all: 0 }
      tally.set(id, { yes: count.yes + (yes.includes(id) ? 1 : 0), all: count.all + 1 })
    }
  }
  const terms = [...tally]
    .filter(([, { yes, all }]) => yes > 0 && all >= LEAST_DECISIONS)
    .sort(([a, x], [b, y]) => y.all - x.all || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(([id]) => id)
    .sort()
  const places = new Map(terms.map((id, place) => [id, place]))
  const placesOf = (ids: string[]) => ids.map((id) => places.get(id)).filter((place) => place !== undefined)
  const examples = decided.map(
    ({ features, hints, yes, no }): Example => ({
      features,
      yes: placesOf(yes),
      // Who gave it a topic has gone through it, and would have given it others.
      no: yes.length > 0 ? 'others' : placesOf(no),
      hints: hints.flatMap(({ id, score }) => {
        const term = places.get(id)
        return term === undefined ? [] : [{ term, score }]
      }),
    }),
  )
  const model = learnModel(examples, terms)
  for (const term of model.terms) term.no = (tally.get(term.id)?.all ?? 0) - term.yes
  const bytes = encodeModel(model)
  const sha256 = createHash('sha256').update(bytes).digest()
  const before = await db.learnedModel.findUnique({ where: { id: TOPICS_MODEL }, select: { sha256: true } })
  const changed = !before || !sha256.equals(before.sha256)
  const stored = { sha256: new Uint8Array(sha256), articles: decided.length, decisions, learntAt: now() }
  if (changed) {
    const data = { ...stored, bytes: compress(bytes) }
    await db.learnedModel.upsert({ where: { id: TOPICS_MODEL }, create: { id: TOPICS_MODEL, ...data }, update: data })
  }
  return {
    topics: terms.length,
    sure: model.terms.filter(({ sureFrom }) => sureFrom !== null).length,
    articles: decided.length,
    decisions,
    sha256: sha256.toString('hex'),
    changed,
  }
}

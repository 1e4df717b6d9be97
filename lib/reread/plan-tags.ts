import { isDeepStrictEqual } from 'node:util'
import type { ArticleTag } from '#lib/db/generated/client.ts'
import type { ArticleBefore } from '#lib/reread/article-before.ts'
import type { TagVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { subjectKey } from '#lib/tag/settle-names.ts'
import { type Suggestion, suggestTags } from '#lib/tag/suggest-tags.ts'
import type { Subject } from '#lib/tag/vocabulary-rows.ts'

/** Suggestions to make, to give another score or other words, and to withdraw. */
export type TagPlan = {
  added: Suggestion[]
  changed: (Suggestion & { id: string })[]
  removed: { id: string; subject: Subject }[]
}

/** What would be suggested for an article with this title and text. Tags that a person has decided on stay as they are. */
export function planTags(
  before: ArticleBefore,
  now: { title: string | null; text: string },
  titleTrusted: boolean,
  vocabulary: TagVocabulary,
): TagPlan {
  const standing = new Map(before.tags.map((tag) => [subjectKey(subjectOf(tag)), tag]))
  const suggested = suggestTags({ title: now.title ?? '', text: now.text, titleTrusted }, vocabulary)
  const keys = new Set(suggested.map(({ subject }) => subjectKey(subject)))
  return {
    added: suggested.filter(({ subject }) => !standing.has(subjectKey(subject))),
    changed: suggested.flatMap((suggestion) => {
      const tag = standing.get(subjectKey(suggestion.subject))
      if (!tag || !isOpen(tag)) return []
      const isSame =
        tag.origin === suggestion.origin &&
        tag.score === suggestion.score &&
        isDeepStrictEqual(tag.evidence, suggestion.evidence)
      return isSame ? [] : [{ ...suggestion, id: tag.id }]
    }),
    removed: before.tags
      .filter((tag) => isOpen(tag) && !keys.has(subjectKey(subjectOf(tag))))
      .map((tag) => ({ id: tag.id, subject: subjectOf(tag) })),
  }
}

/** The machine's own suggestion, which nobody has answered. */
const isOpen = ({ origin, state }: ArticleTag): boolean => origin !== 'person' && state === 'suggested'

function subjectOf({ topicId, entityId, country }: ArticleTag): Subject {
  if (topicId) return { kind: 'topic', id: topicId }
  return entityId ? { kind: 'entity', id: entityId } : { kind: 'country', id: country ?? '' }
}

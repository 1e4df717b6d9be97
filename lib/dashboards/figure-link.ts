import { deskLink } from '#lib/core/desk-link.ts'
import type { Scope } from '#lib/dashboards/scope.ts'
import type { ArticleFilter } from '#lib/db/article-filter.ts'

const TAGS = ['topic', 'entity', 'country'] as const
type Tag = (typeof TAGS)[number]

/**
 * The list behind «articles about this». The desk asks for one entity and one country at a time: beside a filter by
 * another one, the figure has no list of its own. (Under a filter by topic only topics below it are counted, and one
 * of those says all that the filter said.)
 */
export function tagLink(scope: Scope, tag: Tag, id: string, more: ArticleFilter = {}): string | undefined {
  const asked = scope[tag]
  if (tag !== 'topic' && asked !== undefined && asked !== id) return undefined
  return deskLink({ ...scope, [tag]: id, ...more })
}

/** The same, accepted by a person. The desk asks that of every tag it is asked for, so beside another there is none. */
export function acceptedLink(scope: Scope, tag: Tag, id: string, more: ArticleFilter = {}): string | undefined {
  const isAlone = TAGS.every((other) => other === tag || scope[other] === undefined)
  return isAlone || scope.tags ? tagLink(scope, tag, id, { ...more, tags: 'accepted' }) : undefined
}

/** The list behind «articles with an accepted tag, whichever». */
export const anyAcceptedLink = (filter: ArticleFilter): string | undefined =>
  TAGS.every((tag) => filter[tag] === undefined) ? deskLink({ ...filter, tags: 'accepted' }) : undefined

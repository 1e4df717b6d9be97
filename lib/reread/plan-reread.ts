import { isDeepStrictEqual } from 'node:util'
import { evidenceOf } from '#lib/articles/store-articles.ts'
import type { Flag, ReadArticle } from '#lib/core/article.ts'
import type { NewText } from '#lib/correct/revise-article.ts'
import { sourceIdOf, type Vocabulary } from '#lib/pipeline.ts'
import type { ArticleBefore } from '#lib/reread/article-before.ts'
import {
  FIELD_COLUMNS,
  type FieldColumns,
  fieldColumns,
  REREAD_FIELDS,
  type RereadField,
} from '#lib/reread/field-columns.ts'
import { planTags, type TagPlan } from '#lib/reread/plan-tags.ts'
import { isAnswered, setByPerson } from '#lib/reread/set-by-person.ts'

/** What a new reading of an article's document would write. Everything in it differs from what stands. */
export type RereadPlan = {
  /** Title, text and blocks, where one of them is another: the former becomes a revision. */
  text: NewText | null
  fields: RereadField[]
  columns: Partial<FieldColumns>
  /** All evidence as it would be, and the fields whose evidence is other than it was. */
  evidence: Record<string, unknown>
  evidenceOf: string[]
  flags: { raised: Flag[]; changed: Flag[]; lowered: string[] }
  tags: TagPlan
}

/**
 * What would change if an article were what its document says now. What a person set is left out: fields and texts that
 * are marked as theirs, doubts about these or put aside, tags they decided on. Pure.
 */
export function planReread(before: ArticleBefore, read: ReadArticle, vocabulary: Vocabulary): RereadPlan {
  const persons = setByPerson(before.evidence)
  const text = planText(before, read, persons)
  const proposed = fieldColumns(read, sourceIdOf(read, vocabulary))
  const fields = REREAD_FIELDS.filter(
    (field) =>
      !persons.has(field) &&
      FIELD_COLUMNS[field].some((column) => !isDeepStrictEqual(proposed[column], before[column])),
  )
  const columns = Object.fromEntries(
    fields.flatMap((field) => FIELD_COLUMNS[field].map((column) => [column, proposed[column]])),
  ) as Partial<FieldColumns>
  const evidence = planEvidence(before.evidence, read, persons)
  const flags = planFlags(before, read.flags, persons)
  return {
    text,
    fields,
    columns,
    ...evidence,
    flags,
    tags: planTags(
      before,
      text ?? before,
      !read.flags.some((flag) => flag.kind === 'title-mismatch') || isSettled(before, persons),
      vocabulary.tagging,
    ),
  }
}

/** Whether there is anything in a plan. */
export const changesNothing = ({ text, fields, evidenceOf, flags, tags }: RereadPlan): boolean =>
  !text &&
  [fields, evidenceOf, flags.raised, flags.changed, flags.lowered, tags.added, tags.changed, tags.removed].every(
    (list) => list.length === 0,
  )

/** A headline that an editor has written or vouched for names what the article is about, whatever a rule says. */
const isSettled = (before: ArticleBefore, persons: ReadonlySet<string>): boolean =>
  persons.has('title') || before.flags.some((flag) => flag.kind === 'title-mismatch' && flag.dismissedAt)

function planText(before: ArticleBefore, read: ReadArticle, persons: ReadonlySet<string>): NewText | null {
  const title = persons.has('title') ? before.title : (read.title?.value ?? null)
  const { text, blocks } = persons.has('text') ? before : read
  const isSame = title === before.title && text === before.text && isDeepStrictEqual(blocks, before.blocks)
  return isSame ? null : { title, text, blocks: blocks as NewText['blocks'] }
}

function planEvidence(
  before: unknown,
  read: ReadArticle,
  persons: ReadonlySet<string>,
): Pick<RereadPlan, 'evidence' | 'evidenceOf'> {
  const former = (before ?? {}) as Record<string, unknown>
  const theirs = Object.fromEntries(Object.entries(former).filter(([field]) => persons.has(field)))
  const evidence: Record<string, unknown> = { ...asStored(evidenceOf(read)), ...theirs }
  const names = new Set([...Object.keys(former), ...Object.keys(evidence)])
  return { evidence, evidenceOf: [...names].filter((name) => !isDeepStrictEqual(former[name], evidence[name])) }
}

function planFlags(before: ArticleBefore, read: readonly Flag[], persons: ReadonlySet<string>): RereadPlan['flags'] {
  const standing = new Map(before.flags.map((flag) => [flag.kind, flag]))
  const flags = asStored(read.filter((flag) => !isAnswered(flag.kind, persons)))
  const kinds = new Set<string>(flags.map((flag) => flag.kind))
  return {
    raised: flags.filter((flag) => !standing.has(flag.kind)),
    changed: flags.filter((flag) => {
      const stands = standing.get(flag.kind)
      if (!stands || stands.dismissedAt) return false
      return stands.confidence !== flag.confidence || !isDeepStrictEqual(stands.evidence, flag.evidence)
    }),
    lowered: before.flags
      // What a rule of the desk raised, reading cannot answer.
      .filter((flag) => flag.kind !== 'desk-rule' && !kinds.has(flag.kind) && !flag.dismissedAt)
      .filter((flag) => !isAnswered(flag.kind, persons))
      .map((flag) => flag.kind),
  }
}

/** A value as it comes back from a json column: without undefined and without NUL. */
function asStored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('\\u0000', '')) as T
}

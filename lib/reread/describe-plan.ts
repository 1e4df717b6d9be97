import type { ArticleBefore } from '#lib/reread/article-before.ts'
import { type RereadField, shownField } from '#lib/reread/field-columns.ts'
import type { RereadPlan } from '#lib/reread/plan-reread.ts'
import { type TextChange, textChange } from '#lib/reread/text-change.ts'
import { subjectKey } from '#lib/tag/settle-names.ts'

/** What changes in one article, for people and machines to read. Lists are empty and values null where nothing does. */
export type RereadChanges = {
  fields: { field: RereadField | 'title'; before: string | null; after: string | null }[]
  text: TextChange | null
  /** Only how the text is divided into paragraphs, headings and lists. */
  blocks: boolean
  /** Fields that keep their value and get another reason or confidence. */
  reasons: string[]
  flags: { raised: string[]; lowered: string[]; changed: string[] }
  /** `topic:…`, `entity:…`, `country:…`. */
  tags: { added: string[]; removed: string[]; changed: string[] }
}

/** A plan in words and figures. Pure. */
export function describePlan(before: ArticleBefore, plan: RereadPlan): RereadChanges {
  const after = { ...before, ...plan.columns }
  const named = new Set<string>(plan.fields)
  const isTitleNew = plan.text !== null && plan.text.title !== before.title
  const isTextNew = plan.text !== null && plan.text.text !== before.text
  return {
    fields: [
      ...(isTitleNew ? [{ field: 'title' as const, before: before.title, after: plan.text?.title ?? null }] : []),
      ...plan.fields.map((field) => ({ field, before: shownField(before, field), after: shownField(after, field) })),
    ],
    text: isTextNew ? textChange(before.text, plan.text?.text ?? '') : null,
    blocks: plan.text !== null && !isTitleNew && !isTextNew,
    reasons: plan.evidenceOf.filter((name) => !named.has(name) && !(name === 'title' && isTitleNew)),
    flags: {
      raised: plan.flags.raised.map((flag) => flag.kind),
      lowered: plan.flags.lowered,
      changed: plan.flags.changed.map((flag) => flag.kind),
    },
    tags: {
      added: plan.tags.added.map((tag) => subjectKey(tag.subject)),
      removed: plan.tags.removed.map((tag) => subjectKey(tag.subject)),
      changed: plan.tags.changed.map((tag) => subjectKey(tag.subject)),
    },
  }
}

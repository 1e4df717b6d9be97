import type { RereadChanges } from '#lib/reread/describe-plan.ts'
import type { RereadTally } from '#lib/reread/tally.ts'

/** Prints what changes in one article: a line for each field, the text, the flags and the tags. */
export function printReread(articleId: string, title: string | null, changes: RereadChanges): void {
  console.log([`${articleId}  ${title ?? '(no title)'}`, ...linesOf(changes).map((line) => `  ${line}`)].join('\n'))
}

function linesOf({ fields, text, blocks, reasons, flags, tags }: RereadChanges): string[] {
  return [
    ...fields.map(({ field, before, after }) => `${field}: ${before ?? '(none)'} → ${after ?? '(none)'}`),
    ...(text ? [`text: +${text.added} −${text.removed} words: «${text.before}» → «${text.after}»`] : []),
    ...(blocks ? ['blocks: the text is divided in another way'] : []),
    ...signed('flags', flags),
    ...signed('tags', tags),
    ...(reasons.length > 0 ? [`reasons only: ${reasons.join(', ')}`] : []),
  ]
}

function signed(name: string, lists: RereadChanges['flags'] | RereadChanges['tags']): string[] {
  const [came, went] = 'raised' in lists ? [lists.raised, lists.lowered] : [lists.added, lists.removed]
  const parts = [
    ...came.map((item) => `+${item}`),
    ...went.map((item) => `−${item}`),
    ...lists.changed.map((item) => `~${item}`),
  ]
  return parts.length > 0 ? [`${name}: ${parts.join(' ')}`] : []
}

/** How many articles, how many changed and in what; and what to do next. */
export function summaryOf({ articles, changed, unreadable, by }: RereadTally, run: string | null): string {
  const what = Object.entries(by)
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
  const lost = unreadable > 0 ? `; ${unreadable} could not be read and stay as they are` : ''
  const counts = `${articles} articles read again, ${changed} ${run ? 'changed' : 'would change'}${what ? ` (${what})` : ''}${lost}.`
  if (run) return changed > 0 ? `${counts} mirqab reread --undo ${run} takes it back.` : counts
  return changed > 0 ? `${counts} Nothing was written: --apply does.` : counts
}

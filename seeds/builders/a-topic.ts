import type { Context } from '#lib/db/context.ts'
import type { Topic } from '#lib/db/generated/client.ts'
import type { TopicTerms } from '#lib/tag/topic-terms.ts'

let count = 0

/** A topic of the desk's own; only what matters to a test needs saying. */
export function aTopic(
  ctx: Context,
  given: {
    id?: string
    labelAr?: string
    labelEn?: string
    parentId?: string
    retiredAt?: Date
    terms?: TopicTerms
  } = {},
): Promise<Topic> {
  count++
  const id = given.id ?? `desk:topic-${count}-${crypto.randomUUID().slice(0, 6)}`
  return ctx.db.topic.create({ data: { labelEn: `topic ${count}`, labelAr: `موضوع ${count}`, ...given, id } })
}

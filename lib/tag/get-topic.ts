import { authorize } from '#lib/access/authorize.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import { TopicTerms } from '#lib/tag/topic-terms.ts'

export type TopicStep = { id: string; labelAr: string | null; labelEn: string }
export type TopicDetail = TopicStep & {
  definitionAr: string | null
  retiredAt: Date | null
  mergedInto: TopicStep | null
  terms: TopicTerms
  path: TopicStep[]
}

/** A topic with the way down to it. @throws AppError notFound, forbidden */
export async function getTopic({ db, actor }: Context, id: string): Promise<TopicDetail> {
  authorize(actor, 'taxonomy:edit')
  const [topic, path] = await Promise.all([
    db.topic.findUnique({
      where: { id },
      include: { mergedInto: { select: { id: true, labelAr: true, labelEn: true } } },
    }),
    db.$queryRaw<TopicStep[]>`
      WITH RECURSIVE up AS (
        SELECT t.*, 0 AS height FROM topic t WHERE id = ${id}
        UNION ALL SELECT p.*, up.height + 1 FROM topic p JOIN up ON p.id = up.parent_id WHERE up.height < 20
      ) SELECT id, label_ar AS "labelAr", label_en AS "labelEn" FROM up WHERE height > 0 ORDER BY height DESC`,
  ])
  if (!topic) throw new AppError('notFound', { topicId: id })
  const { labelAr, labelEn, definitionAr, retiredAt, mergedInto } = topic
  return { id, labelAr, labelEn, definitionAr, retiredAt, mergedInto, terms: TopicTerms.parse(topic.terms), path }
}

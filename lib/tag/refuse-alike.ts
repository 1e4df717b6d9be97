import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import { alikeLabel } from '#lib/tag/alike-label.ts'

/**
 * Refuses names that a topic in use has already, and points to it: a tree where every editor adds a spelling rots.
 * @param except the topic that is being renamed. @throws AppError topicExists, `at` the topic
 */
export async function refuseAlike({ db }: Context, labels: (string | null)[], except?: string): Promise<void> {
  const topics = await db.topic.findMany({
    where: { retiredAt: null, ...(except ? { id: { not: except } } : {}) },
    select: { id: true, labelAr: true, labelEn: true },
  })
  const found = alikeLabel(
    labels,
    topics.map((topic) => ({ ...topic, labels: [topic.labelAr, topic.labelEn] })),
  )
  if (!found) return
  const { id, labelAr, labelEn } = found
  throw new AppError('topicExists', {
    at: { path: `/topics/${encodeURIComponent(id)}`, names: { ar: labelAr ?? labelEn, en: labelEn } },
  })
}

import { authorize } from '#lib/access/authorize.ts'
import type { Context } from '#lib/db/context.ts'
import type { AnnotationLabel } from '#lib/db/generated/client.ts'

export type ListedLabel = AnnotationLabel & { uses: number }

/** The labels in use, in their order: the first nine have the keys 1 to 9. */
export function listLabels({ db, actor }: Context): Promise<AnnotationLabel[]> {
  authorize(actor, 'article:read')
  return db.annotationLabel.findMany({ where: { retiredAt: null }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
}

/** All labels, those that were retired last, with how many notes have them. */
export async function listAllLabels({ db, actor }: Context): Promise<ListedLabel[]> {
  authorize(actor, 'taxonomy:edit')
  const labels = await db.annotationLabel.findMany({
    include: { _count: { select: { annotations: { where: { deletedAt: null } } } } },
    orderBy: [{ retiredAt: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }, { id: 'asc' }],
  })
  return labels.map(({ _count, ...label }) => ({ ...label, uses: _count.annotations }))
}

import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { Annotation } from '#lib/db/generated/client.ts'

/** An annotation of an article that is still here. @throws AppError('notFound') */
export async function requireAnnotation(tx: Context, annotationId: string): Promise<Annotation> {
  const annotation = await tx.db.annotation.findFirst({
    where: { id: annotationId, deletedAt: null, article: { withdrawnAt: null } },
  })
  if (!annotation) throw new AppError('notFound', { annotationId })
  return annotation
}

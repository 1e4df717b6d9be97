import { z } from 'zod'
import { AppError } from '#lib/core/errors.ts'

/** An id out of an address. @throws AppError('notFound') where it can be none */
export function idOf(given: string): string {
  const id = z.uuid().safeParse(given)
  if (!id.success) throw new AppError('notFound', { given })
  return id.data
}

import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { Story } from '#lib/db/generated/client.ts'

/** @throws AppError('notFound') */
export async function requireStory(tx: Context, storyId: string): Promise<Story> {
  const story = await tx.db.story.findUnique({ where: { id: storyId } })
  if (!story) throw new AppError('notFound', { storyId })
  return story
}

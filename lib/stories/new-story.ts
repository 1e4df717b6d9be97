import { newId } from '#lib/core/id.ts'
import type { Context } from '#lib/db/context.ts'
import type { Story } from '#lib/db/generated/client.ts'

/**
 * An empty story for articles that an editor sets apart from another. It is found by the words of the story it came
 * from until comparing makes its own out of its articles. @returns its id
 */
export async function newStory(tx: Context, from: Story): Promise<string> {
  const { firstAt, lastAt, dated, centroid } = from
  const { id } = await tx.db.story.create({
    data: { id: newId(), firstAt, lastAt, dated, centroid },
    select: { id: true },
  })
  return id
}

import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Reason } from '#lib/stories/reason.ts'
import { requireStory } from '#lib/stories/require-story.ts'

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((value) => (value === '' ? null : value))

export const RenameStoryInput = z.object({
  storyId: z.uuid(),
  title: words(300),
  summary: words(5000),
  /** What the form showed: somebody else's words are not overwritten unseen. */
  wasTitle: words(300),
  wasSummary: words(5000),
  reason: Reason,
})

/** A working title and a summary, by the editor; empty means the primary's headline again. @throws AppError forbidden, notFound, conflict */
export async function renameStory(
  ctx: Context,
  input: z.output<typeof RenameStoryInput>,
): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const story = await requireStory(tx, input.storyId)
    authorize(tx.actor, 'story:edit')
    await write(tx, story.id, { title: input.wasTitle, summary: input.wasSummary }, input)
    const eventId = await recordEvent(tx, {
      kind: 'story.renamed',
      subject: { type: 'story', id: story.id },
      data: { title: input.title ?? '', reason: input.reason },
      undo: {
        storyId: story.id,
        from: { title: story.title, summary: story.summary },
        to: { title: input.title, summary: input.summary },
      },
    })
    return { eventId }
  })
}

type Words = { title: string | null; summary: string | null }

async function write(tx: Context, id: string, was: Words, { title, summary }: Words): Promise<void> {
  const { count } = await tx.db.story.updateMany({
    where: { id, title: was.title, summary: was.summary },
    data: { title, summary, updatedAt: tx.now() },
  })
  if (count === 0) throw new AppError('conflict', { id })
}

const Said = z.object({ title: z.string().nullable(), summary: z.string().nullable() })
const Undo = z.object({ storyId: z.string(), from: Said, to: Said })

export async function undoRenameStory(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'story:edit')
  const { storyId, from, to } = Undo.parse(payload)
  await write(tx, storyId, to, from)
}

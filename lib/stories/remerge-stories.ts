import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { MovesUndo, moveArticles, moveBack } from '#lib/stories/move-articles.ts'
import { acrossPairs, representatives } from '#lib/stories/representatives.ts'
import { recordVerdicts } from '#lib/stories/verdicts.ts'

type Found = { a: string; b: string; score: number; threshold: number }

/**
 * Puts two stories together that comparing has found to be one event. The one that an editor has named stays, else the
 * larger, else the one that began first; the other is left empty. No verdict is written: it is the machine's word, and
 * an undo is an editor's. Two that editors have named, one that is locked or empty by now: nothing is done.
 * @returns the story that stayed, or null
 */
export async function remergeStories(ctx: Context, { a, b, score, threshold }: Found): Promise<string | null> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'story:edit')
    const stories = await tx.db.story.findMany({
      where: { id: { in: [a, b] }, lockedAt: null, articleCount: { gt: 0 } },
      select: { id: true, title: true, articleCount: true, firstAt: true },
    })
    const [into, from] = stories.sort(
      (x, y) =>
        Number(y.title !== null) - Number(x.title !== null) ||
        y.articleCount - x.articleCount ||
        x.firstAt.getTime() - y.firstAt.getTime() ||
        (x.id < y.id ? -1 : 1),
    )
    if (!into || !from || from.title !== null) return null
    const articles = await tx.db.article.findMany({ where: { storyId: from.id }, select: { id: true } })
    const moves = await moveArticles(
      tx,
      articles.map(({ id }) => id),
      into.id,
    )
    await recordEvent(tx, {
      kind: 'story.remerged',
      subject: { type: 'story', id: into.id },
      data: { count: articles.length, otherId: from.id, score, threshold },
      undo: { moves },
    })
    return into.id
  })
}

const Undo = z.object({ moves: MovesUndo })

/** An editor takes the machine's merge back: the two are two from then on, whatever a later night finds. */
export async function undoRemergeStories(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'story:edit')
  const { moves } = Undo.parse(payload)
  await moveBack(tx, moves)
  const from = moves.moves[0]?.from
  if (!from) return
  const texts = await representatives(tx, [moves.to, from])
  const idsIn = (storyId: string) => texts.filter((text) => text.storyId === storyId).map(({ id }) => id)
  await recordVerdicts(tx, 'event', false, acrossPairs(idsIn(moves.to), idsIn(from)))
}

import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

type Input = { id: string }
export const StandingInput = z.object({ id: z.uuid() })

const STEPS = {
  paused: { from: Prisma.sql`deleted_at IS NULL AND paused_at IS NULL`, column: Prisma.sql`paused_at`, sets: true },
  resumed: { from: Prisma.sql`paused_at IS NOT NULL`, column: Prisma.sql`paused_at`, sets: false },
  deleted: { from: Prisma.sql`deleted_at IS NULL`, column: Prisma.sql`deleted_at`, sets: true },
  'brought-back': { from: Prisma.sql`deleted_at IS NOT NULL`, column: Prisma.sql`deleted_at`, sets: false },
} as const
type Step = keyof typeof STEPS

type Kind = {
  noun: 'rule' | 'watch'
  table: Prisma.Sql
  /** Whose it must be, as a condition. */
  own: (ctx: Context) => Prisma.Sql
  /** The screen of its list. */
  path: string
}

/**
 * The commands of what works by itself: paused, it leaves alone what arrives until it is resumed; deleted, it leaves the
 * list, and what it has done stays. Each is taken back by its opposite.
 * @throws AppError conflict where it stands so already, or is somebody else's; forbidden
 */
export function standing(kind: Kind) {
  const command = (step: Step) => (ctx: Context, input: Input) => change(ctx, kind, step, input)
  const undo = (step: Step) => async (tx: Context, payload: unknown) => {
    await change(tx, kind, step, StandingInput.parse(payload))
  }
  return {
    pause: command('paused'),
    resume: command('resumed'),
    remove: command('deleted'),
    undoPause: undo('resumed'),
    undoResume: undo('paused'),
    undoRemove: undo('brought-back'),
  }
}

async function change(ctx: Context, { noun, table, own, path }: Kind, step: Step, { id }: Input) {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'rule:edit')
    const { from, column, sets } = STEPS[step]
    const [changed] = await tx.db.$queryRaw<{ name: string }[]>`
      UPDATE ${table} SET ${column} = ${sets ? tx.now() : null}
      WHERE id = ${id}::uuid AND ${from} AND ${own(tx)} RETURNING name`
    if (!changed) throw new AppError('conflict', { id })
    const subject = { type: noun, id }
    const eventId = await recordEvent(tx, {
      kind: `${noun}.${step}`,
      subject,
      data: { name: changed.name },
      undo: { id },
    })
    return { eventId, redirectTo: path }
  })
}

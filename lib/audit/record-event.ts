import type { Context } from '#lib/db/context.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

/** An audit event: what was done to what. `undo` holds what takes it back (lib/audit/undo.ts runs it). */
export type NewEvent = {
  /** noun.past: `article.tagged`, `user.disabled`. Each has a sentence under `audit.<kind>` in lib/i18n. */
  kind: string
  subject?: { type: string; id: string }
  data?: Prisma.InputJsonObject
  undo?: Prisma.InputJsonObject
}

/** Writes the event in the change's own transaction: what cannot be recorded did not happen. @returns its id */
export async function recordEvent(tx: Context, event: NewEvent): Promise<string> {
  const { id } = await tx.db.auditEvent.create({
    data: {
      actorId: tx.actor.userId,
      kind: event.kind,
      subjectType: event.subject?.type ?? null,
      subjectId: event.subject?.id ?? null,
      data: event.data ?? {},
      ...(event.undo ? { undo: event.undo } : {}),
      createdAt: tx.now(),
    },
    select: { id: true },
  })
  return id
}

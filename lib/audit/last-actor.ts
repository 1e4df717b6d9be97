import type { Context } from '#lib/db/context.ts'

/** The name of who last did this to something, and has not taken it back; null where nobody did. */
export async function lastActor(
  { db }: Context,
  subject: { type: string; id: string },
  kinds: string[],
): Promise<string | null> {
  const event = await db.auditEvent.findFirst({
    where: { subjectType: subject.type, subjectId: subject.id, kind: { in: kinds }, undoneAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { actor: { select: { name: true } } },
  })
  return event?.actor?.name ?? null
}

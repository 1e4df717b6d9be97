import { may } from '#lib/access/policy.ts'
import type { Context } from '#lib/db/context.ts'

/** To whom this actor may give work: herself first; everybody else too, where she may assign. */
export async function listAssignees({ db, actor }: Context): Promise<{ id: string; name: string }[]> {
  if (actor.userId === null) return []
  const self = { id: actor.userId, name: actor.name }
  if (!may(actor.role, 'work:assign')) return [self]
  const others = await db.user.findMany({
    where: { disabledAt: null, id: { not: actor.userId } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
    take: 200,
  })
  return [self, ...others]
}

import type { Context } from '#lib/db/context.ts'

/** The context of a job that somebody asked for: what it changes is recorded as theirs. Without an account: the system's. */
export async function actingFor(ctx: Context, userId: string | null): Promise<Context> {
  const user = userId && (await ctx.db.user.findUnique({ where: { id: userId } }))
  if (!user) return ctx
  return { ...ctx, actor: { userId: user.id, role: user.role, name: user.name, email: user.email } }
}

import { authorize } from '#lib/access/authorize.ts'
import { may } from '#lib/access/policy.ts'
import type { Context } from '#lib/db/context.ts'

export type TokenListed = {
  id: string
  name: string
  /** Its last four characters. */
  hint: string
  documentsPerMinute: number
  createdBy: string
  createdAt: Date
  lastUsedAt: Date | null
  /** `refused`: it was not revoked, but whoever made it may no longer deliver. */
  state: 'active' | 'revoked' | 'refused'
}

const PAGE = 50

/** Tokens, newest first, revoked ones too. @param after id of the last one seen @throws AppError forbidden */
export async function listTokens(
  { db, actor }: Context,
  { after }: { after?: string | undefined },
): Promise<{ tokens: TokenListed[]; next: string | null }> {
  authorize(actor, 'token:manage')
  const rows = await db.apiToken.findMany({
    where: after ? { id: { lt: after } } : {},
    select: {
      id: true,
      name: true,
      hint: true,
      documentsPerMinute: true,
      createdAt: true,
      lastUsedAt: true,
      revokedAt: true,
      createdBy: { select: { name: true, role: true, disabledAt: true } },
    },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const tokens = rows.slice(0, PAGE).map(
    ({ createdBy, revokedAt, ...token }): TokenListed => ({
      ...token,
      createdBy: createdBy.name,
      state: revokedAt
        ? 'revoked'
        : createdBy.disabledAt || !may(createdBy.role, 'batch:manage')
          ? 'refused'
          : 'active',
    }),
  )
  return { tokens, next: rows.length > PAGE ? (tokens.at(-1)?.id ?? null) : null }
}

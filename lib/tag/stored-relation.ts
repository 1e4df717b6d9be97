import { z } from 'zod'
import type { Prisma } from '#lib/db/generated/client.ts'
import { EntityRelationKind } from '#lib/db/generated/enums.ts'
import type { Subject } from '#lib/tag/vocabulary-rows.ts'

/** A relation as an audit event keeps it: what it joins, and what is said of it. */
export const StoredRelation = z.object({
  entityId: z.string(),
  kind: z.enum(EntityRelationKind),
  targetId: z.string().nullable(),
  country: z.string().nullable(),
  office: z.string().nullable(),
  until: z.number().nullable(),
})
export type StoredRelation = z.infer<typeof StoredRelation>

/** What may stand once: one relation of a kind between two. */
export const endsOf = ({ entityId, kind, targetId, country }: StoredRelation): Prisma.EntityRelationWhereInput => ({
  entityId,
  kind,
  targetId,
  country,
})

/** What it leads to. Pure. */
export const targetOf = ({ targetId, country }: Pick<StoredRelation, 'targetId' | 'country'>): Subject =>
  targetId === null ? { kind: 'country', id: country ?? '' } : { kind: 'entity', id: targetId }

import { z } from 'zod'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import type { SeenNameDecision } from '#lib/db/generated/enums.ts'
import type { EntityAliases } from '#lib/tag/entity-aliases.ts'
import { languageOf, NameEvidence, spellingsOf } from '#lib/tag/new-names/name-evidence.ts'
import { foldedWords } from '#lib/text/words.ts'

/** The name that is asked about, and others on the list that are the same. */
export const TheseNames = { nameId: z.uuid(), also: z.array(z.uuid()).max(20).default([]) }
export type TheseNames = { nameId: string; also: string[] }

export type DecidedName = { id: string; name: string; evidence: NameEvidence }

/** Marks names as decided. @throws AppError conflict where somebody has decided on one of them before */
export async function decideNames(
  { db, actor, now }: Context,
  { nameId, also }: TheseNames,
  decision: SeenNameDecision,
  entityId: string | null,
): Promise<DecidedName[]> {
  const ids = [...new Set([nameId, ...also])]
  // Locked in one order, whoever is asked about which first.
  await db.$queryRaw`SELECT id FROM seen_name WHERE id = ANY(${ids}::uuid[]) ORDER BY key FOR UPDATE`
  const rows = await db.seenName.updateManyAndReturn({
    where: { id: { in: ids }, decision: null },
    data: { decision, entityId, decidedById: actor.userId, decidedAt: now() },
    select: { id: true, name: true, evidence: true },
  })
  if (rows.length < ids.length) throw new AppError('conflict', { nameIds: ids })
  return rows
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ id, name, evidence }) => ({ id, name, evidence: NameEvidence.parse(evidence) }))
}

/** Puts names back on the list. @throws AppError conflict where they were decided otherwise meanwhile */
export async function reopenNames({ db }: Context, ids: string[], decision: SeenNameDecision): Promise<void> {
  const { count } = await db.seenName.updateMany({
    where: { id: { in: ids }, decision },
    data: { decision: null, entityId: null, decidedById: null, decidedAt: null },
  })
  if (count < ids.length) throw new AppError('conflict', { nameIds: ids })
}

type Spellings = Pick<EntityAliases, 'ar' | 'en' | 'fr'>

/** Ways in which names are written that are not among those known, by language. Pure. */
export function newSpellings(names: readonly DecidedName[], known: readonly string[]): Spellings {
  const told = new Set(known.map(wordsOf))
  const added: Spellings = { ar: [], en: [], fr: [] }
  for (const { evidence } of names)
    for (const spelling of spellingsOf(evidence)) {
      if (told.has(wordsOf(spelling))) continue
      told.add(wordsOf(spelling))
      added[languageOf(spelling, evidence)].push(spelling)
    }
  return added
}

/** As matching reads it: hamzas and the like need no spelling of their own. */
const wordsOf = (name: string): string => foldedWords(name).join(' ')

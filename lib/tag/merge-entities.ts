import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { AppError } from '#lib/core/errors.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'
import { EntityAliases } from '#lib/tag/entity-aliases.ts'
import { MovedRelations, moveRelations, moveRelationsBack } from '#lib/tag/move-relations.ts'
import { MovedTags, moveTags, moveTagsBack } from '#lib/tag/move-tags.ts'
import { foldedWords } from '#lib/text/words.ts'

const EntityId = z.string().min(1).max(200)
export const MergeEntitiesInput = z
  .object({ entityId: EntityId, intoId: EntityId })
  .refine(({ entityId, intoId }) => entityId !== intoId, { path: ['intoId'] })

/** What an entity is called, as merging changes it. */
const Called = z.object({
  nameAr: z.string().nullable(),
  nameEn: z.string().nullable(),
  nameFr: z.string().nullable(),
  titles: z.array(z.string()),
  aliases: EntityAliases,
})
type Called = z.infer<typeof Called>

const MergeUndo = z.object({
  entityId: EntityId,
  intoId: EntityId,
  tags: MovedTags,
  relations: MovedRelations,
  seenNames: z.array(z.uuid()),
  called: z.object({ before: Called, after: Called }),
})

/**
 * Two entities turn out to be one: the articles of the first carry the other from then on, its names and spellings are
 * the other's, its relations too. It stays, retired, and its page leads there.
 * @throws AppError notFound where either is retired, invalid where a whole would be part of its own part, forbidden
 */
export async function mergeEntities(
  ctx: Context,
  { entityId, intoId }: z.output<typeof MergeEntitiesInput>,
): Promise<{ eventId: string; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'taxonomy:edit')
    await tx.db.$queryRaw`SELECT id FROM entity WHERE id IN (${entityId}, ${intoId}) ORDER BY id FOR UPDATE`
    const [from, into] = await Promise.all([inUse(tx, entityId), inUse(tx, intoId)])
    const tags = await moveTags(tx, 'entity_id', entityId, intoId)
    const relations = await moveRelations(tx, entityId, intoId)
    const seen = await tx.db.seenName.updateManyAndReturn({
      where: { entityId },
      data: { entityId: intoId },
      select: { id: true },
    })
    const after = joined(into, from)
    await tx.db.entity.update({ where: { id: intoId }, data: after })
    await tx.db.entity.update({ where: { id: entityId }, data: { mergedIntoId: intoId, retiredAt: tx.now() } })
    const data = { name: shownName(from), into: shownName(into) }
    // Each of the two has it in its history: what a person has said of an entity, reference data does not change.
    await recordEvent(tx, { kind: 'entity.merged-away', subject: { type: 'entity', id: entityId }, data })
    const seenNames = seen.map(({ id }) => id)
    const eventId = await recordEvent(tx, {
      kind: 'entity.merged',
      subject: { type: 'entity', id: intoId },
      data: { ...data, articles: tags.moved.length + tags.given.length },
      undo: { entityId, intoId, tags, relations, seenNames, called: { before: into, after } },
    })
    return { eventId, redirectTo: `/entities/${encodeURIComponent(intoId)}` }
  })
}

/** Parts them again as they were; tags and relations given since stay where they are. @throws AppError conflict, forbidden */
export async function undoMergeEntities(tx: Context, payload: unknown): Promise<void> {
  authorize(tx.actor, 'taxonomy:edit')
  const { entityId, intoId, tags, relations, seenNames, called } = MergeUndo.parse(payload)
  const { count } = await tx.db.entity.updateMany({
    where: { id: entityId, mergedIntoId: intoId },
    data: { mergedIntoId: null, retiredAt: null },
  })
  if (count === 0) throw new AppError('conflict', { entityId })
  await moveTagsBack(tx, 'entity_id', entityId, intoId, tags)
  await moveRelationsBack(tx, entityId, intoId, relations)
  await tx.db.seenName.updateMany({ where: { id: { in: seenNames }, entityId: intoId }, data: { entityId } })
  const now = Called.parse(await tx.db.entity.findUniqueOrThrow({ where: { id: intoId } }))
  // Names that somebody has edited since are theirs.
  if (JSON.stringify(now) === JSON.stringify(called.after))
    await tx.db.entity.update({ where: { id: intoId }, data: called.before })
}

async function inUse({ db }: Context, id: string): Promise<Called> {
  const entity = await db.entity.findUnique({ where: { id, retiredAt: null } })
  if (!entity) throw new AppError('notFound', { entityId: id })
  return Called.parse(entity)
}

const shownName = ({ nameAr, nameEn, nameFr }: Called): string => nameAr ?? nameEn ?? nameFr ?? ''

/** What the one that stays is called comes first; in a language in which it has no name, it takes the other's. */
function joined(own: Called, other: Called): Called {
  const spellings = (language: 'ar' | 'en' | 'fr', name: string | null, others: string | null) => {
    const told = new Set([name ?? others, ...own.aliases[language]].map((each) => foldedWords(each ?? '').join(' ')))
    const more = [...(others ? [others] : []), ...other.aliases[language]]
    return [...own.aliases[language], ...more.filter((each) => !told.has(foldedWords(each).join(' ')))]
  }
  const both = (a: string[], b: string[]) => [...new Set([...a, ...b])]
  return {
    nameAr: own.nameAr ?? other.nameAr,
    nameEn: own.nameEn ?? other.nameEn,
    nameFr: own.nameFr ?? other.nameFr,
    titles: both(own.titles, other.titles),
    aliases: {
      ar: spellings('ar', own.nameAr, other.nameAr),
      en: spellings('en', own.nameEn, other.nameEn),
      fr: spellings('fr', own.nameFr, other.nameFr),
      ambiguous: both(own.aliases.ambiguous, other.aliases.ambiguous),
      except: both(own.aliases.except, other.aliases.except),
    },
  }
}

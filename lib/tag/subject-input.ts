import { z } from 'zod'
import { AppError } from '#lib/core/errors.ts'
import type { Context } from '#lib/db/context.ts'
import { Prisma } from '#lib/db/generated/client.ts'

const Parts = z.object({ kind: z.enum(['topic', 'entity', 'country']), id: z.string().trim().min(1).max(200) })

/** What a tag names; a form writes it `topic:medtop:11000000`, `entity:ecowas`, `country:NE`. */
export const SubjectInput = z.preprocess((value) => {
  if (typeof value !== 'string') return value
  const colon = value.indexOf(':')
  return { kind: value.slice(0, colon), id: value.slice(colon + 1) }
}, Parts)
type Parts = z.output<typeof Parts>

/** A form's value for a subject. Pure. */
export const subjectValue = ({ kind, id }: Parts): string => `${kind}:${id}`

/** The column of article_tag that names this kind of subject: trusted SQL. */
export const subjectColumn = ({ kind }: Parts): Prisma.Sql =>
  ({ topic: Prisma.sql`topic_id`, entity: Prisma.sql`entity_id`, country: Prisma.sql`country` })[kind]

const known = { type: 'region', fallback: 'none' } as const
const regions = { ar: new Intl.DisplayNames('ar', known), en: new Intl.DisplayNames('en', known) }

/**
 * The subject's names, for the sentence of the audit event.
 * @param which `in use`: a retired subject is not found; it can still be taken off.
 * @throws AppError notFound
 */
export async function subjectNames(
  tx: Context,
  { kind, id }: Parts,
  which: 'in use' | 'retired too' = 'in use',
): Promise<{ ar: string; en: string }> {
  const where = { id, ...(which === 'in use' ? { retiredAt: null } : {}) }
  if (kind === 'country') {
    const en = /^[A-Z]{2}$/.test(id) ? regions.en.of(id) : undefined
    if (!en) throw new AppError('notFound', { country: id })
    return { ar: regions.ar.of(id) ?? en, en }
  }
  if (kind === 'topic') {
    const topic = await tx.db.topic.findFirst({ where })
    if (!topic) throw new AppError('notFound', { topic: id })
    return { ar: topic.labelAr ?? topic.labelEn, en: topic.labelEn }
  }
  const entity = await tx.db.entity.findFirst({ where })
  if (!entity) throw new AppError('notFound', { entity: id })
  const any = entity.nameEn ?? entity.nameFr ?? entity.nameAr ?? id
  return { ar: entity.nameAr ?? any, en: any }
}

import type { Context, Db } from '#lib/db/context.ts'
import { agencyNames } from '#lib/i18n/agency-names.ts'
import { Catalogue, type KnownValue } from '#lib/search/catalogue.ts'
import { fixedValues } from '#lib/search/fixed-values.ts'

let kept: { version: string; catalogue: Promise<Catalogue> } | undefined
let fixed: KnownValue[] | undefined

/** What a search can ask for by name, as the database has it now; read again only where something in it has changed. */
export async function loadCatalogue(ctx: Context): Promise<Catalogue> {
  const version = await versionOf(ctx.db)
  if (kept?.version !== version) {
    const catalogue = read(ctx)
    // A failure is not kept: the next search asks again.
    catalogue.catch(() => (kept = undefined))
    kept = { version, catalogue }
  }
  return kept.catalogue
}

/** Which database it is belongs to it: in tests one process meets several. */
async function versionOf(db: Db): Promise<string> {
  const [row] = await db.$queryRaw<{ version: string }[]>`
    SELECT concat_ws(' ', current_database(),
      (SELECT concat(count(*), '/', max(updated_at)) FROM topic),
      (SELECT concat(count(*), '/', max(updated_at)) FROM entity),
      (SELECT concat(count(*), '/', max(updated_at)) FROM source),
      (SELECT concat(count(*), '/', max(updated_at)) FROM "user")) AS version`
  return row?.version ?? ''
}

async function read({ db, now }: Context): Promise<Catalogue> {
  const [sources, topics, entities, users, agencies] = await Promise.all([
    db.source.findMany({
      select: { id: true, slug: true, nameAr: true, nameEn: true, nameFr: true, aliases: true, domains: true },
    }),
    db.topic.findMany({ select: { id: true, labelAr: true, labelEn: true, retiredAt: true } }),
    db.entity.findMany({
      select: { id: true, kind: true, nameAr: true, nameEn: true, nameFr: true, aliases: true, retiredAt: true },
    }),
    db.user.findMany({ select: { id: true, name: true, email: true, disabledAt: true } }),
    agencyNames(now().getTime()),
  ])
  fixed ??= fixedValues()
  return new Catalogue([
    ...fixed,
    ...sources.map(({ id, slug, nameAr: ar, nameEn: en, nameFr: fr, aliases, domains }) => ({
      field: 'source' as const,
      id,
      handle: slug,
      names: { ar, en, fr },
      aliases: [...aliases, ...domains],
    })),
    ...topics.map(({ id, labelAr: ar, labelEn: en, retiredAt }) => ({
      field: 'topic' as const,
      id,
      handle: id,
      names: { ar, en, fr: null },
      aliases: [],
      retired: retiredAt !== null,
    })),
    ...entities.map(({ id, kind, nameAr: ar, nameEn: en, nameFr: fr, aliases, retiredAt }) => ({
      field: 'entity' as const,
      id,
      handle: id,
      names: { ar, en, fr },
      aliases: Object.values(aliases as Record<string, string[]>).flat(),
      retired: retiredAt !== null,
      kind,
    })),
    ...users.map(({ id, name, email, disabledAt }) => ({
      field: 'assignee' as const,
      id,
      handle: id,
      names: { ar: name, en: name, fr: name },
      aliases: [email],
      retired: disabledAt !== null,
    })),
    ...[...agencies].map(([id, { ar = null, en = null, fr = null }]) => ({
      field: 'agency' as const,
      id,
      handle: id,
      names: { ar, en, fr },
      aliases: [],
    })),
  ])
}

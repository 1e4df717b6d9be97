import { prisma } from '#lib/db/client.ts'
import type { Names } from '#lib/i18n/name-in.ts'
import agencies from '#seeds/reference/agencies.json' with { type: 'json' }

/** Names of the agencies that articles are credited to, by their identifier: AFP, APS, or the slug of a source. */
export type AgencyNames = ReadonlyMap<string, Names>

const KNOWN: AgencyNames = new Map(agencies.map(({ id, names }) => [id, names]))
const KEPT_MS = 60_000
let kept: { at: number; names: AgencyNames } | undefined

/** The agencies of the reference list, and the desk's own sources that are agencies; asked for once a minute. */
export async function agencyNames(now: number): Promise<AgencyNames> {
  if (!kept || now - kept.at > KEPT_MS) {
    const sources = await prisma().source.findMany({
      where: { kind: 'agency' },
      select: { slug: true, nameAr: true, nameEn: true, nameFr: true },
    })
    const own = sources.map(
      ({ slug, nameAr, nameEn, nameFr }) => [slug, { ar: nameAr, en: nameEn, fr: nameFr }] as const,
    )
    kept = { at: now, names: new Map<string, Names>([...own, ...KNOWN]) }
  }
  return kept.names
}

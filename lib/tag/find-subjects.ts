import { authorize } from '#lib/access/authorize.ts'
import type { Names } from '#lib/core/article-line.ts'
import type { Context } from '#lib/db/context.ts'
import { foldText } from '#lib/text/fold.ts'

/** Something an article can be tagged with. */
export type SubjectFound = {
  kind: 'topic' | 'entity' | 'country'
  id: string
  names: Names
  entityKind: 'person' | 'organisation' | 'place' | null
}
type Known = SubjectFound & { spellings: string[] }

/**
 * Topics, entities and countries one of whose names or spellings has these words, hamza or not: those that begin with
 * them first. @throws AppError forbidden
 */
export async function findSubjects(ctx: Context, q: string, limit = 12): Promise<SubjectFound[]> {
  authorize(ctx.actor, 'article:read')
  const words = foldText(q).trim()
  if (!words) return []
  return [...(await vocabulary(ctx)), ...COUNTRIES]
    .map((subject) => ({ subject, rank: Math.min(...subject.spellings.map((s) => rankOf(foldText(s), words))) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ subject: { spellings: _, ...found } }) => found)
}

/** The whole name, its beginning, the beginning of a word (Arabic: after its article too), somewhere; shorter names first. */
function rankOf(spelling: string, words: string): number {
  const at = spelling.indexOf(words)
  if (at < 0) return Number.POSITIVE_INFINITY
  if (spelling.length === words.length) return 0
  const before = spelling.slice(0, at)
  const length = Math.min(spelling.length, 99) / 100
  if (before === '' || before === 'ال') return 1 + length
  return (/[\s\-(](?:ال)?$/.test(before) ? 2 : 3) + length
}

async function vocabulary({ db }: Context): Promise<Known[]> {
  const [topics, entities] = await Promise.all([
    db.topic.findMany({ where: { retiredAt: null }, select: { id: true, labelAr: true, labelEn: true } }),
    db.entity.findMany({
      where: { retiredAt: null },
      select: { id: true, kind: true, nameAr: true, nameEn: true, nameFr: true, aliases: true },
    }),
  ])
  return [
    ...topics.map(({ id, labelAr, labelEn }) => ({
      kind: 'topic' as const,
      id,
      names: { ar: labelAr, en: labelEn, fr: null },
      entityKind: null,
      spellings: spellingsOf([labelAr, labelEn]),
    })),
    ...entities.map(({ id, kind, nameAr, nameEn, nameFr, aliases }) => ({
      kind: 'entity' as const,
      id,
      names: { ar: nameAr, en: nameEn, fr: nameFr },
      entityKind: kind,
      spellings: spellingsOf([nameAr, nameEn, nameFr, ...Object.values(aliases as Record<string, string[]>).flat()]),
    })),
  ]
}

const spellingsOf = (names: (string | null)[]): string[] => names.filter((name) => name !== null)

const COUNTRIES: Known[] = countryCodes().map(([id, ...spellings]) => ({
  kind: 'country',
  id,
  names: { ar: spellings[0] ?? null, en: spellings[1] ?? null, fr: spellings[2] ?? null },
  entityKind: null,
  spellings,
}))

/** The regions that Intl has a name for, in three languages; withdrawn codes and those for no country are left out. */
function countryCodes(): [code: string, ...names: string[]][] {
  const names = ['ar', 'en', 'fr'].map((l) => new Intl.DisplayNames([l], { type: 'region', fallback: 'none' }))
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => !notCountries.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
    .flatMap((code): [string, ...string[]][] => {
      const known = names.map((n) => n.of(code)).filter((name) => name !== undefined)
      return known.length === 3 ? [[code, ...known]] : []
    })
}

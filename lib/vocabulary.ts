import { createHash } from 'node:crypto'
import type { Db } from '#lib/db/context.ts'
import type { Vocabulary } from '#lib/pipeline.ts'
import { loadReadVocabulary } from '#lib/read/load-vocabulary-from-database.ts'
import { compileVocabulary } from '#lib/tag/compile-vocabulary.ts'
import { loadTagRows } from '#lib/tag/load-tag-rows.ts'

let kept: { version: string; vocabulary: Vocabulary } | undefined

/** The vocabulary as the database has it now; compiled again only where something in it has changed. */
export async function currentVocabulary(db: Db): Promise<Vocabulary> {
  const version = await versionOf(db)
  if (kept?.version !== version) {
    const [reading, rows, sources] = await Promise.all([
      loadReadVocabulary(db),
      loadTagRows(db),
      db.source.findMany({ select: { id: true, slug: true } }),
    ])
    kept = {
      version,
      vocabulary: {
        reading,
        tagging: compileVocabulary(rows),
        tagRows: rows,
        sourceIds: new Map(sources.map((s) => [s.slug, s.id])),
      },
    }
  }
  return kept.vocabulary
}

async function versionOf(db: Db): Promise<string> {
  const rows = await db.$queryRaw<{ part: string }[]>`
    SELECT (count(*) || ' ' || coalesce(max(updated_at)::text, '')) AS part FROM topic
    UNION ALL SELECT count(*) || ' ' || coalesce(max(updated_at)::text, '') FROM entity
    UNION ALL SELECT count(*) || ' ' || coalesce(max(updated_at)::text, '') FROM source
    UNION ALL SELECT encode(sha256, 'hex') FROM learned_model`
  // Of another database (tests) the rows are others, whatever their number.
  const [{ name } = { name: '' }] = await db.$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`
  return createHash('sha256')
    .update(JSON.stringify([name, rows]))
    .digest('hex')
}

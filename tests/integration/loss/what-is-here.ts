import { createHash } from 'node:crypto'
import pg from 'pg'

/** All that an import leaves, in words that do not depend on which document was read first. */
export type WhatIsHere = { articles: string[]; documents: string[]; copies: string[]; inStories: string[] }

/** Reads it with a connection of its own: those of the processes under test come and go. */
export async function whatIsHere(databaseUrl: string): Promise<WhatIsHere> {
  return asking(databaseUrl, async (lines) => ({
    articles: await lines(`
      SELECT concat_ws(' | ', encode(a.document_sha256, 'hex'), a.title, encode(a.text_checksum, 'hex'), md5(a.text), s.slug,
        a.source_name, a.agency, a.published_at, a.published_precision, a.language, a.state, a.address,
        (SELECT string_agg(kind, ',' ORDER BY kind) FROM article_flag WHERE article_id = a.id),
        (SELECT string_agg(concat(coalesce(topic_id, entity_id), state), ',' ORDER BY coalesce(topic_id, entity_id))
         FROM article_tag WHERE article_id = a.id)) AS line
      FROM article AS a LEFT JOIN source AS s ON s.id = a.source_id WHERE a.withdrawn_at IS NULL`),
    // Of two documents with the same bytes, which one is read and which was here already is a matter of turns.
    documents: await lines(`
      SELECT concat_ws(' | ', b.name, b.state, f.path, f.state, f.problem, d.path, d.index, encode(d.sha256, 'hex'),
        CASE WHEN d.state = 'unreadable' THEN d.problem::text WHEN d.state = 'waiting' THEN 'waiting' ELSE 'here' END) AS line
      FROM batch AS b JOIN batch_file AS f ON f.batch_id = b.id LEFT JOIN document AS d ON d.file_id = f.id`),
    copies: await lines(`
      SELECT string_agg(encode(document_sha256, 'hex'), ' ' ORDER BY document_sha256) AS line
      FROM article WHERE withdrawn_at IS NULL AND duplicate_group_id IS NOT NULL GROUP BY duplicate_group_id`),
    inStories: await lines(`
      SELECT encode(a.document_sha256, 'hex') AS line
      FROM article AS a JOIN story AS s ON s.id = a.story_id WHERE a.withdrawn_at IS NULL AND s.article_count > 0`),
  }))
}

/** How much of what has been handed in has not been settled yet: files and documents; null while nobody answers. */
export async function stillWaiting(databaseUrl: string): Promise<number | null> {
  try {
    return await asking(databaseUrl, async (lines) =>
      Number(
        (
          await lines(`SELECT (SELECT count(*) FROM batch_file WHERE state IN ('arriving', 'waiting'))
            + (SELECT count(*) FROM document WHERE state = 'waiting')
            + (SELECT count(*) FROM batch WHERE state = 'reading') AS line`)
        )[0],
      ),
    )
  } catch {
    return null
  }
}

/** Whether a worker is there that has taken its lease. */
export async function hasWorker(databaseUrl: string): Promise<boolean> {
  return asking(
    databaseUrl,
    async (lines) =>
      Number(
        (
          await lines(
            `SELECT count(*) AS line FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 77104`,
          )
        )[0],
      ) > 0,
  ).catch(() => false)
}

async function asking<T>(
  databaseUrl: string,
  ask: (lines: (sql: string) => Promise<string[]>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await ask(async (sql) => {
      const { rows } = await client.query<{ line: string }>(sql)
      return rows.map(({ line }) => String(line)).sort()
    })
  } finally {
    await client.end().catch(() => undefined)
  }
}

export const checksum = (lines: string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)

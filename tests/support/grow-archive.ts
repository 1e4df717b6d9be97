import type pg from 'pg'
import { FLAG_KINDS } from '#lib/core/article.ts'

type Options = {
  /** How many days each likeness covers, and how far back it begins from the one before. */
  days: number
  /** Whether what comparing looks up by (story_lookup, band_lookup) grows with it. */
  lookups: boolean
}

/**
 * Grows an archive by likenesses of what it holds when this is called: other articles, groups and stories, each set
 * back in time, with the same texts and tags; a twentieth of the band keys and all terms are the same, as boilerplate
 * and vocabulary are. What is older than two weeks is settled, most of the rest is not, and a flag stands on one in
 * twelve. By SQL: secondary indexes are made again at the end, and foreign keys are not looked at.
 * @returns what grows it to so many articles, as often as it is called
 */
export async function archiveGrower(
  client: pg.Client,
  { days, lookups }: Options,
): Promise<(articles: number) => Promise<void>> {
  const tables = [...TABLES, ...(lookups ? LOOKUPS : [])]
  const columns = new Map<string, string[]>()
  for (const table of tables) {
    await client.query(`CREATE TEMP TABLE base_${table} AS SELECT * FROM ${table}`)
    await client.query(`ANALYZE base_${table}`)
    columns.set(table, await columnsOf(client, table))
  }
  await client.query(`CREATE TEMP TABLE worker AS SELECT id, row_number() OVER () - 1 AS place FROM "user"`)
  const { rows } = await client.query<{ base: number }>('SELECT count(*)::int AS base FROM base_article')
  const base = rows[0]?.base ?? 0
  if (base === 0) throw new Error('there is nothing to grow from')
  let rounds = 1
  return async (articles) => {
    const wanted = Math.floor(articles / base)
    await client.query(
      `SET session_replication_role = replica; SET synchronous_commit = off;
       SET work_mem = '256MB'; SET maintenance_work_mem = '1GB'`,
    )
    const makeIndexes = await dropIndexes(client, tables)
    while (rounds < wanted) {
      const last = Math.min(rounds + ROUNDS_AT_ONCE, wanted) - 1
      await client.query('DROP TABLE IF EXISTS likeness')
      await client.query(LIKENESS, [rounds, last, days])
      await client.query('ANALYZE likeness')
      for (const table of tables) await client.query(insertion(table, columns.get(table) ?? []))
      await client.query(FLAGS, [FLAG_KINDS])
      rounds = last + 1
    }
    await makeIndexes()
    await client.query('RESET ALL')
    await client.query('VACUUM ANALYZE')
    await client.query('CHECKPOINT')
  }
}

const ROUNDS_AT_ONCE = 20
const TABLES = ['story', 'duplicate_group', 'article', 'article_tag', 'article_flag']
const LOOKUPS = ['story_lookup', 'band_lookup']

/** Every article, group and story of the base, once a round: its new id, which tells its time, and how far back it is. */
const LIKENESS = `
  CREATE TEMP TABLE likeness AS
  WITH base AS (
    SELECT id, sort_at AS at FROM base_article UNION ALL SELECT id, first_at FROM base_story
    UNION ALL SELECT g.id, min(a.sort_at) FROM base_duplicate_group g JOIN base_article a ON a.duplicate_group_id = g.id GROUP BY 1
  ), whole AS (SELECT min(sort_at) AS oldest, max(sort_at) AS newest FROM base_article)
  SELECT b.id, round, back, b.at - back AS at, uuidv7(b.at - back - now()) AS fresh, random() AS chance
  FROM base b, whole, generate_series($1::int, $2::int) AS round, LATERAL (
    SELECT round * interval '1 day' * $3::float8
           + (newest - b.at) * ($3::float8 * 86400 / extract(epoch FROM newest - oldest)::float8 - 1) AS back
  ) AS shift`

/** Where the rows of a likeness come from, `b` being those of the base and `l` what becomes of them. */
const FROM: Record<string, string> = {
  story: 'JOIN likeness l USING (id)',
  duplicate_group: 'JOIN likeness l USING (id) LEFT JOIN likeness p ON p.id = b.primary_id AND p.round = l.round',
  article: `JOIN likeness l USING (id) LEFT JOIN likeness s ON s.id = b.story_id AND s.round = l.round
    LEFT JOIN likeness g ON g.id = b.duplicate_group_id AND g.round = l.round
    LEFT JOIN worker w ON w.place = (l.chance * 1e6)::int % (SELECT greatest(1, count(*)) FROM worker)`,
  article_tag: 'JOIN likeness l ON l.id = b.article_id',
  article_flag: 'JOIN likeness l ON l.id = b.article_id',
  story_lookup: 'JOIN likeness l ON l.id = b.story_id ORDER BY 1, 2',
  band_lookup: 'JOIN likeness l ON l.id = b.article_id ORDER BY 1, 2',
}

const isOld = `l.at < now() - interval '14 days'`

/** What is other in a likeness than in the base. */
const OTHER: Record<string, Record<string, string>> = {
  story: { id: 'l.fresh', first_at: 'l.at', last_at: 'b.last_at - l.back', created_at: 'l.at' },
  duplicate_group: { id: 'l.fresh', primary_id: 'p.fresh', created_at: 'l.at' },
  article: {
    id: 'l.fresh',
    story_id: 's.fresh',
    duplicate_group_id: 'g.fresh',
    address: 'NULL',
    published_at: 'b.published_at - l.back',
    received_at: 'b.received_at - l.back',
    created_at: 'b.created_at - l.back',
    sort_at: 'l.at',
    text_checksum: 'sha256(b.text_checksum || int4send(l.round))',
    document_sha256: 'sha256(uuid_send(l.fresh))',
    state: `(CASE WHEN ${isOld} THEN CASE WHEN l.chance < .7 THEN 'done' ELSE 'archived' END
      ELSE CASE WHEN l.chance < .5 THEN 'new' WHEN l.chance < .6 THEN 'working' ELSE 'done' END END)::article_state`,
    assignee_id: `CASE WHEN ${isOld} AND l.chance < .3 OR NOT ${isOld} AND l.chance BETWEEN .4 AND .8 THEN w.id END`,
  },
  article_tag: {
    id: 'uuidv7(l.at - now())',
    article_id: 'l.fresh',
    state: `(CASE WHEN NOT ${isOld} THEN 'suggested' WHEN random() < .8 THEN 'accepted' ELSE 'rejected' END)::tag_state`,
    decided_at: `CASE WHEN ${isOld} THEN l.at END`,
  },
  article_flag: { article_id: 'l.fresh' },
  story_lookup: {
    day: `CASE b.day WHEN 0 THEN 0 ELSE b.day - extract(days FROM l.back)::int END`,
    story_id: 'l.fresh',
  },
  band_lookup: {
    key: 'CASE WHEN b.key % 20 = 0 THEN b.key ELSE b.key # hashint4(l.round) END',
    article_id: 'l.fresh',
  },
}

/** Doubts beside those of the base, which was delivered with its fields stated. */
const FLAGS = `
  INSERT INTO article_flag (article_id, kind, evidence, confidence)
  SELECT l.fresh, ($1::text[])[1 + (random() * 1e6)::int % cardinality($1::text[])], '{"rule": "likeness"}', .8
  FROM base_article b JOIN likeness l USING (id) WHERE random() < .08
  ON CONFLICT DO NOTHING`

function insertion(table: string, columns: string[]): string {
  const other = OTHER[table] ?? {}
  const taken = columns.map((name) => other[name] ?? `b.${name}`)
  return `INSERT INTO ${table} (${columns}) SELECT ${LOOKUPS.includes(table) ? 'DISTINCT' : ''} ${taken}
    FROM base_${table} b ${FROM[table]}`
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  )
  return rows.map(({ name }) => name)
}

/** Drops what is quicker made at once than row by row. @returns what makes it again */
async function dropIndexes(client: pg.Client, tables: string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; make: string }>(
    `SELECT 'DROP INDEX ' || indexrelid::regclass AS drop, pg_get_indexdef(indexrelid) AS make
     FROM pg_index WHERE indrelid = ANY($1::regclass[]) AND NOT indisprimary AND indrelid <> 'article_flag'::regclass
     UNION ALL
     SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
     FROM pg_constraint WHERE contype = 'p' AND conrelid = ANY($2::regclass[])`,
    [tables, tables.filter((table) => LOOKUPS.includes(table))],
  )
  for (const { drop } of rows) await client.query(drop)
  return async () => {
    for (const { make } of rows) await client.query(make)
  }
}

import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lexemeFrequencies } from '#lib/search/lexeme-frequencies.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import { rankedSearch } from '#lib/search/ranked-search.ts'
import { toTsquery } from '#lib/search/tsquery.ts'
import { toTsvector } from '#lib/search/tsvector.ts'
import { seenWords } from '#lib/text/seen-words.ts'
import { databaseUrl } from '#tests/support/database.ts'

const ARTICLES: Record<string, { title: string; text: string }> = {
  visit: { title: 'زيارة وزير الخارجية', text: 'وصل الوزير إلى نيامي في زيارة رسمية، وبحث مع الحكومة ملف الأمن.' },
  budget: { title: 'الحكومة تقر الموازنة', text: 'أقرت الحكومة الموازنة الجديدة. وقالت الحكومة إن الأمن أولوية.' },
  uranium: { title: 'أسعار المعادن', text: 'تراجع سعر اليورانيوم في السوق، وقالت الحكومة إنها تتابع.' },
  jerusalem: { title: 'تقرير', text: 'تظاهر المئات نصرةً للقُـدْسِ، ورفعوا أعلاما لتركيا.' },
  turkey: { title: 'تركيا', text: 'أعلنت تركيا عن قمة. الحكومة التركية ترحب.' },
  many: { title: 'متفرقات', text: 'الحكومة '.repeat(30) },
}
const SOURCE = { table: 'pg_temp.passage', id: 'id', vector: 'vector', newest: 'n' }
const seen = seenWords(Object.values(ARTICLES).flatMap(({ title, text }) => [title, text]))
const db = new pg.Client({ connectionString: databaseUrl })

beforeAll(async () => {
  await db.connect()
  await db.query('CREATE TEMPORARY TABLE passage (n serial, id text, vector tsvector)')
  for (const [id, { title, text }] of Object.entries(ARTICLES)) {
    await db.query('INSERT INTO passage (id, vector) VALUES ($1, $2::tsvector)', [id, toTsvector(title, text, seen)])
  }
  await db.query('ANALYZE passage')
})
afterAll(() => db.end())

async function search(query: string, limit = 10) {
  const frequencies = await lexemeFrequencies(db, SOURCE)
  return rankedSearch(db, parseQuery(query), { source: SOURCE, frequencies, limit, seen })
}
const ids = async (query: string) => (await search(query)).map((hit) => hit.id)

test('an article with all the words comes before those with some, and says so', async () => {
  const hits = await search('الحكومة اليورانيوم')
  expect(hits[0]).toMatchObject({ id: 'uranium', all: true })
  expect(hits.slice(1).every((hit) => !hit.all)).toBe(true)
})

test('a rare word weighs more than a common one, however often that stands there', async () => {
  expect((await ids('الحكومة اليورانيوم الذهب'))[0]).toBe('uranium')
})

test('a word in the title weighs more than in the text', async () => {
  expect((await ids('الموازنة أو زيارة')).sort()).toEqual(['budget', 'visit'])
  expect((await ids('تركيا'))[0]).toBe('turkey')
})

test('words are found through marks, tatweel, glued particles and a missing hamza', async () => {
  expect(await ids('القدس')).toEqual(['jerusalem'])
  expect((await ids('تركيا')).sort()).toEqual(['jerusalem', 'turkey'])
  expect((await ids('الامن')).sort()).toEqual(['budget', 'visit'])
})

test('what is refused is not found, also where only some words are', async () => {
  expect(await ids('الحكومة سلام -الموازنة -متفرقات')).not.toContain('budget')
  expect(await ids('"الموازنة الحكومة"')).toEqual([])
  expect(await ids('"الموازنة الجديدة"')).toEqual(['budget'])
})

test('no phrase reaches from the title into the text', async () => {
  expect(await ids('"الخارجية وصل"')).toEqual([])
})

test('PostgreSQL understands whatever is typed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (typed) => {
      for (const mode of ['all', 'any'] as const)
        await db.query('SELECT $1::tsquery', [toTsquery(parseQuery(typed), mode)])
      await db.query('SELECT $1::tsvector', [toTsvector(typed, typed)])
    }),
    { numRuns: 200 },
  )
})

test('the longest text fits', async () => {
  const words = Array.from({ length: 300_000 }, (_, i) => `كلمة${i}`).join(' ')
  await expect(db.query('SELECT length($1::tsvector)', [toTsvector(words, words)])).resolves.toBeDefined()
})

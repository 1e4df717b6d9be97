import type pg from 'pg'
import { insertMany } from '#lib/db/bulk.ts'
import { titleWords } from '#lib/search/title-words.ts'

/** Keeps the words of headlines that were not known. What is withdrawn later leaves its words: proposing looks whether they find something. */
export async function storeTitleWords(client: pg.ClientBase, titles: Iterable<string>): Promise<void> {
  const words = new Map(titleWords(titles).map((each) => [each.word, each]))
  const { rows } = await client.query<{ word: string }>(
    `SELECT word FROM unnest($1::text[]) AS given (word)
     WHERE NOT EXISTS (SELECT FROM title_word t WHERE t.word = given.word)`,
    [[...words.keys()]],
  )
  const unknown = rows.flatMap(({ word }) => words.get(word) ?? [])
  await insertMany(
    client,
    'title_word',
    unknown,
    [
      { name: 'word', type: 'text', value: (t) => t.word },
      { name: 'written', type: 'text', value: (t) => t.written },
      { name: 'trigrams', type: 'text[]', value: (t) => `{${t.trigrams.map((letters) => `"${letters}"`)}}` },
    ],
    'ON CONFLICT DO NOTHING',
  )
}

import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#lib/db/client.ts'
import type { Context } from '#lib/db/context.ts'
import { askFilter } from '#lib/search/ask-filter.ts'
import { closeSearches } from '#lib/search/close-searches.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import { storeTitleWords } from '#lib/search/store-title-words.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

const HEADLINES = [
  'موريتانيا ومالي تعيدان فتح معبر كوكي',
  'أنقرة تعلن استئناف المفاوضات',
  'Ouagadougou annonce la réouverture des écoles',
]
let editor: Context

const meant = async (q: string): Promise<string[]> => {
  const { filter, query } = await askFilter(editor, { q })
  return query ? closeSearches(editor, filter.q ?? '', query) : []
}
const store = async (titles: string[]) => {
  const client = await pool().connect()
  await storeTitleWords(client, titles).finally(() => client.release())
}

beforeAll(async () => {
  const system = systemContext()
  editor = await contextOf('editor')
  for (const title of HEADLINES) await anArticle(system, { title })
  await store([...HEADLINES, 'مورتانيا كتبت هكذا في مقال سحب'])
})

describe('a search that finds nothing', () => {
  test.each([
    ['a letter too few', 'موريتنيا', 'موريتانيا'],
    ['a letter too many', 'المفاوضاات', 'المفاوضات'],
    ['another letter', 'استئنات', 'استئناف'],
    ['two letters the other way round', 'موريتاينا', 'موريتانيا'],
    ['a Latin word', 'Ouagadugou', 'Ouagadougou'],
  ])('%s: the word of a headline is proposed', async (_, typed, word) => {
    expect(await meant(typed)).toContain(word)
  })

  test('keeps the words that are known, and what stands around the others', async () => {
    expect(await meant('"نيامي" موريتنيا')).toEqual(['"نيامي" موريتانيا'])
  })

  test('a word is written as in its headline, with its hamza', async () => {
    expect(await meant('انقرت')).toEqual(['أنقرة'])
  })

  test('nothing is proposed for what is far from every word, for known words, quoted ones and numbers', async () => {
    for (const q of ['قسطنطينية', 'موريتانيا', '"موريتنيا"', '20261']) expect(await meant(q)).toEqual([])
  })

  test('no word is proposed that no article has any more', async () => {
    expect(await meant('مورتانيه')).not.toContain('مورتانيا')
  })

  test('is refused to whoever may not read articles', async () => {
    await whereRoleMayOnly('editor', [], () =>
      expect(closeSearches(editor, 'موريتنيا', parseQuery('موريتنيا'))).rejects.toMatchObject({ key: 'forbidden' }),
    )
  })
})

test('storing the same headlines again keeps each word once', async () => {
  await store(HEADLINES)
  const { rows } = await pool().query("SELECT written FROM title_word WHERE word = 'انقره'")
  expect(rows).toEqual([{ written: 'أنقرة' }])
})

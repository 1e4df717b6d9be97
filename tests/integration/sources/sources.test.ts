import '#tests/support/database.ts'
import { expect, test } from 'vitest'
import { loadReadVocabulary } from '#lib/read/load-vocabulary-from-database.ts'
import { addSource } from '#lib/sources/add-source.ts'
import { EditSourceInput, editSource } from '#lib/sources/edit-source.ts'
import { getSource } from '#lib/sources/get-source.ts'
import { listSources } from '#lib/sources/list-sources.ts'
import { SourceFields } from '#lib/sources/source-fields.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const form = (given: object = {}) => ({
  kind: 'newspaper',
  nameAr: 'صدى الواحات',
  nameEn: 'Oases Echo',
  nameFr: '',
  aliases: 'صحيفة صدى الواحات\r\n\r\nالواحات\r\nالواحات',
  domains: 'https://www.Oases.example/\r\nbbc.com/arabic',
  country: 'DZ',
  language: 'ar',
  timeZone: 'Africa/Algiers',
  ...given,
})

test('an admin adds an outlet: aliases and domains one a line, tidied; reading recognises it at once', async () => {
  const admin = await contextOf('admin')
  const { sourceId } = await addSource(admin, SourceFields.parse(form()))
  expect(await getSource(admin, sourceId)).toMatchObject({
    slug: 'oases-echo',
    nameFr: null,
    aliases: ['صحيفة صدى الواحات', 'الواحات'],
    domains: ['oases.example', 'bbc.com/arabic'],
  })
  const { sources, agencies } = await loadReadVocabulary(systemContext().db)
  expect(sources).toContainEqual(expect.objectContaining({ slug: 'oases-echo', timeZone: 'Africa/Algiers' }))
  expect(agencies.map(({ id }) => id)).toContain('AFP')
})

test('two outlets of one name are two outlets', async () => {
  const admin = await contextOf('admin')
  const fields = SourceFields.parse(form({ nameEn: 'The Standard' }))
  const ids = [await addSource(admin, fields), await addSource(admin, fields)].map(({ sourceId }) => sourceId)
  const slugs = await Promise.all(ids.map(async (id) => (await getSource(admin, id)).slug))
  expect(slugs[0]).toBe('the-standard')
  expect(slugs[1]).toMatch(/^the-standard-.+/)
})

test('an edit can be taken back, unless somebody has edited since', async () => {
  const admin = await contextOf('admin')
  const { sourceId } = await addSource(admin, SourceFields.parse(form({ nameEn: 'Undo Times' })))
  const edit = (given: object) => editSource(admin, EditSourceInput.parse({ ...form(given), sourceId }))
  const first = await edit({ nameEn: 'Undo Tribune' })
  await undo(admin, { eventId: first.eventId as string })
  expect((await getSource(admin, sourceId)).nameEn).toBe('Undo Times')
  const second = await edit({ nameEn: 'Second' })
  await edit({ nameEn: 'Third' })
  await expect(undo(admin, { eventId: second.eventId as string })).rejects.toMatchObject({ key: 'conflict' })
  expect(await edit({ nameEn: 'Third' })).toEqual({})
})

test.each([
  ['no name at all', { nameAr: ' ', nameEn: '', nameFr: '' }],
  ['a zone that does not exist', { timeZone: 'Africa/Atlantis' }],
  ['a domain that is none', { domains: 'not a domain' }],
  ['a country by its name', { country: 'Algeria' }],
])('an outlet with %s is refused', (_, given) => {
  expect(SourceFields.safeParse(form(given)).success).toBe(false)
})

test('the list counts articles that are not withdrawn, and finds an outlet by any name or domain', async () => {
  const admin = await contextOf('admin')
  const { sourceId } = await addSource(admin, SourceFields.parse(form({ nameAr: 'الأُفُق المغاربي', nameEn: 'Ofoq' })))
  const at = new Date('2026-11-10T08:00:00Z')
  await anArticle(systemContext(), { sourceId, publishedAt: at })
  await anArticle(systemContext(), { sourceId, withdrawnAt: at })
  const { sources } = await listSources(admin, { q: 'افق مغاربي', locale: 'ar' })
  expect(sources.map(({ id, articles, lastArticleAt }) => [id, articles, lastArticleAt])).toEqual([[sourceId, 1, at]])
})

test.each(['editor', 'manager'] as const)('a %s may not look after sources', async (role) => {
  const ctx = await contextOf(role)
  const { sourceId } = await addSource(await contextOf('admin'), SourceFields.parse(form()))
  for (const attempt of [
    () => listSources(ctx, { locale: 'ar' }),
    () => addSource(ctx, SourceFields.parse(form())),
    () => editSource(ctx, EditSourceInput.parse({ ...form({ nameEn: 'Mine' }), sourceId })),
  ])
    await expect(attempt()).rejects.toMatchObject({ key: 'forbidden' })
})

import { beforeAll, expect, test } from 'vitest'
import { assignArticles } from '#lib/articles/assign-articles.ts'
import { setArticleState } from '#lib/articles/set-article-state.ts'
import type { Context } from '#lib/db/context.ts'
import { undo } from '#lib/undo.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'
import { whereRoleMayOnly } from '#tests/support/grants.ts'

type Person = Context & { actor: { userId: string } }
const system = systemContext()
let editor: Person
let colleague: Person
let manager: Person

beforeAll(async () => {
  editor = await contextOf('editor')
  colleague = await contextOf('editor')
  manager = await contextOf('manager')
})

const get = (id: string) => system.db.article.findUniqueOrThrow({ where: { id } })
const chosen = (...articleIds: string[]) => ({ articleIds, withCopies: false })

test('articles move together and go back each to where it was', async () => {
  const fresh = await anArticle(system)
  const working = await anArticle(system, { state: 'working' })
  const ids = [fresh.id, working.id]
  const { eventId } = await setArticleState(editor, { ...chosen(...ids), state: 'archived' })
  for (const id of ids) expect((await get(id)).state).toBe('archived')
  await undo(editor, { eventId: eventId ?? '' })
  expect((await get(fresh.id)).state).toBe('new')
  expect((await get(working.id)).state).toBe('working')
})

test('moving twice is one change, with one line in the audit log', async () => {
  const { id } = await anArticle(system)
  await setArticleState(editor, { ...chosen(id), state: 'done' })
  expect(await setArticleState(editor, { ...chosen(id), state: 'done' })).toEqual({ note: 'unchanged' })
  expect(await system.db.auditEvent.count({ where: { kind: 'article.moved', subjectId: id } })).toBe(1)
})

test('undo leaves the article alone that a colleague has moved on since', async () => {
  const [kept, moved] = [await anArticle(system), await anArticle(system)]
  const { eventId } = await setArticleState(editor, { ...chosen(kept.id, moved.id), state: 'done' })
  await setArticleState(colleague, { ...chosen(moved.id), state: 'archived' })
  await undo(editor, { eventId: eventId ?? '' })
  expect((await get(kept.id)).state).toBe('new')
  expect((await get(moved.id)).state).toBe('archived')
})

test('the copies of a text move with it where that is asked for, withdrawn ones never', async () => {
  const group = await system.db.duplicateGroup.create({ data: {} })
  const first = await anArticle(system, { duplicateGroupId: group.id })
  const copy = await anArticle(system, { duplicateGroupId: group.id })
  const withdrawn = await anArticle(system, { duplicateGroupId: group.id, withdrawnAt: NOW })
  await setArticleState(editor, { articleIds: [first.id], withCopies: true, state: 'done' })
  expect((await get(copy.id)).state).toBe('done')
  expect((await get(withdrawn.id)).state).toBe('new')
  await expect(setArticleState(editor, { ...chosen(withdrawn.id), state: 'done' })).rejects.toMatchObject({
    key: 'notFound',
  })
})

test('an editor takes what nobody has, gives it back, and cannot take a colleague’s', async () => {
  const { id } = await anArticle(system)
  await assignArticles(editor, { ...chosen(id), userId: editor.actor.userId })
  expect((await get(id)).assigneeId).toBe(editor.actor.userId)
  expect(await assignArticles(editor, { ...chosen(id), userId: editor.actor.userId })).toEqual({ note: 'unchanged' })
  const take = { ...chosen(id), userId: colleague.actor.userId }
  await expect(assignArticles(colleague, take)).rejects.toMatchObject({ key: 'forbidden' })
  await expect(assignArticles(colleague, { ...chosen(id), userId: null })).rejects.toMatchObject({ key: 'forbidden' })
  await assignArticles(editor, { ...chosen(id), userId: null })
  expect((await get(id)).assigneeId).toBeNull()
})

test('only a manager gives work to others; undo returns it to each one’s own', async () => {
  const [hers, nobodys] = [await anArticle(system, { assigneeId: editor.actor.userId }), await anArticle(system)]
  const input = { ...chosen(hers.id, nobodys.id), userId: colleague.actor.userId }
  await expect(assignArticles(editor, input)).rejects.toMatchObject({ key: 'forbidden' })
  const { eventId } = await assignArticles(manager, input)
  expect((await get(hers.id)).assigneeId).toBe(colleague.actor.userId)
  await undo(manager, { eventId: eventId ?? '' })
  expect((await get(hers.id)).assigneeId).toBe(editor.actor.userId)
  expect((await get(nobodys.id)).assigneeId).toBeNull()
})

test('nobody is given work whose account is disabled', async () => {
  const { id } = await anArticle(system)
  const left = await contextOf('editor')
  await system.db.user.update({ where: { id: left.actor.userId }, data: { disabledAt: NOW } })
  const input = { ...chosen(id), userId: left.actor.userId }
  await expect(assignArticles(manager, input)).rejects.toMatchObject({ key: 'notFound' })
})

test('who may not triage moves and takes nothing', async () => {
  const { id } = await anArticle(system)
  await whereRoleMayOnly('editor', ['article:read'], async () => {
    const moved = setArticleState(editor, { ...chosen(id), state: 'done' })
    await expect(moved).rejects.toMatchObject({ key: 'forbidden' })
    const taken = assignArticles(editor, { ...chosen(id), userId: editor.actor.userId })
    await expect(taken).rejects.toMatchObject({ key: 'forbidden' })
  })
  expect(await get(id)).toMatchObject({ state: 'new', assigneeId: null })
})

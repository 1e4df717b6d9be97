import { beforeAll, expect, test } from 'vitest'
import { assignArticles } from '#lib/articles/assign-articles.ts'
import { listDesk } from '#lib/articles/list-desk.ts'
import { setArticleState } from '#lib/articles/set-article-state.ts'
import { SetDueTimeInput, setDueTime } from '#lib/articles/set-due-time.ts'
import { deskLocal } from '#lib/core/desk-time.ts'
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

test('a due time is the desk’s own clock’s, is taken back, and shows what is overdue while it waits', async () => {
  const [late, early, settled] = [await anArticle(system), await anArticle(system), await anArticle(system)]
  const set = (id: string, dueAt: string) => setDueTime(editor, { ...chosen(id), dueAt })
  const { eventId } = await set(late.id, '2020-07-01T09:30')
  await set(early.id, '2999-01-01T09:30')
  await set(settled.id, '2020-07-01T09:30')
  await setArticleState(editor, { ...chosen(settled.id), state: 'done' })
  expect(deskLocal((await get(late.id)).dueAt ?? NOW)).toBe('2020-07-01T09:30')
  const overdue = async () => {
    const { rows } = await listDesk(editor, { filter: { has: 'overdue' } })
    return rows.map(({ lead }) => [lead.id, lead.isOverdue])
  }
  expect(await overdue()).toEqual([[late.id, true]])
  await undo(editor, { eventId: eventId ?? '' })
  expect((await get(late.id)).dueAt).toBeNull()
  expect(await overdue()).toEqual([])
  expect(await set(late.id, '')).toEqual({ note: 'unchanged' })
})

test('a due time that a colleague set meanwhile is not overwritten unseen, nor taken back by another’s undo', async () => {
  const { id } = await anArticle(system)
  const form = { ...chosen(id), was: '' }
  const { eventId } = await setDueTime(editor, { ...form, dueAt: '2027-01-01T08:00' })
  await expect(setDueTime(colleague, { ...form, dueAt: '2027-01-01T12:00' })).rejects.toMatchObject({
    key: 'conflict',
    details: { theirs: { values: { dueAt: '2027-01-01T08:00' }, seen: { was: '2027-01-01T08:00' } } },
  })
  await setDueTime(colleague, { ...form, dueAt: '2027-01-01T12:00', was: '2027-01-01T08:00' })
  await undo(editor, { eventId: eventId ?? '' })
  expect(deskLocal((await get(id)).dueAt ?? NOW)).toBe('2027-01-01T12:00')
})

test.each(['tomorrow', '2027-13-01T08:00', '0007-01-01T08:00', '2027-01-01'])('%s is no due time', (dueAt) => {
  expect(SetDueTimeInput.safeParse({ articleIds: ['01900000-0000-7000-8000-000000000001'], dueAt }).success).toBe(false)
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
    const due = setDueTime(editor, { ...chosen(id), dueAt: '2027-01-01T08:00' })
    await expect(due).rejects.toMatchObject({ key: 'forbidden' })
  })
  expect(await get(id)).toMatchObject({ state: 'new', assigneeId: null, dueAt: null })
})

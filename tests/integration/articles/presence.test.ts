import { beforeAll, expect, test } from 'vitest'
import { announcePresence } from '#lib/articles/announce-presence.ts'
import { endPresence } from '#lib/articles/end-presence.ts'
import { sweepPresence } from '#lib/articles/sweep-presence.ts'
import type { Context } from '#lib/db/context.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'

type Person = Context & { actor: { userId: string; name: string } }
const system = systemContext()
let salma: Person
let karim: Person
const later = (ctx: Person, seconds: number): Person => ({
  ...ctx,
  now: () => new Date(NOW.getTime() + seconds * 1000),
})

beforeAll(async () => {
  salma = (await contextOf('editor')) as Person
  karim = (await contextOf('manager')) as Person
})

test('each of two who have an article open sees the other, by name, and who of them is editing', async () => {
  const { id } = await anArticle(system)
  expect(await announcePresence(salma, { articleId: id, editing: false })).toEqual([])
  const { userId, name } = salma.actor
  expect(await announcePresence(karim, { articleId: id, editing: true })).toEqual([
    { id: userId, name, editing: false },
  ])
  const seen = await announcePresence(salma, { articleId: id, editing: false })
  expect(seen).toEqual([{ id: karim.actor.userId, name: karim.actor.name, editing: true }])
  expect(await announcePresence(salma, { articleId: (await anArticle(system)).id, editing: false })).toEqual([])
})

test('who closes the article is gone at once, who falls silent after a minute', async () => {
  const { id } = await anArticle(system)
  await announcePresence(karim, { articleId: id, editing: false })
  expect(await announcePresence(later(salma, 59), { articleId: id, editing: false })).toHaveLength(1)
  expect(await announcePresence(later(salma, 61), { articleId: id, editing: false })).toEqual([])
  await announcePresence(later(karim, 61), { articleId: id, editing: false })
  await endPresence(karim, id)
  await endPresence(karim, id)
  expect(await announcePresence(later(salma, 62), { articleId: id, editing: false })).toEqual([])
})

test('the sweep takes out who went away without a word, and nobody else', async () => {
  const { id } = await anArticle(system)
  await announcePresence(karim, { articleId: id, editing: false })
  await announcePresence(later(salma, 50), { articleId: id, editing: false })
  await sweepPresence(later(salma, 70))
  const left = await system.db.presence.findMany({ where: { articleId: id } })
  expect(left.map(({ userId }) => userId)).toEqual([salma.actor.userId])
})

test('nobody is present at an article that is not there, nor where nobody acts', async () => {
  const { id } = await anArticle(system, { withdrawnAt: NOW })
  await expect(announcePresence(salma, { articleId: id, editing: false })).rejects.toMatchObject({ key: 'notFound' })
  const there = await anArticle(system)
  const nobody = announcePresence(system, { articleId: there.id, editing: false })
  await expect(nobody).rejects.toMatchObject({ key: 'forbidden' })
})

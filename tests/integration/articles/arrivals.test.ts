import { expect, test } from 'vitest'
import { countArrivals, MOST_ARRIVALS, newestArrival } from '#lib/articles/count-arrivals.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'

const system = systemContext()

test('what came in after the newest article of a list and fits its filter is counted, whenever it was published', async () => {
  const salma = await contextOf('editor')
  expect(await countArrivals(salma, {}, await newestArrival(salma))).toBe(0)
  await anArticle(system, { language: 'fr' })
  const since = await newestArrival(salma)
  expect(await countArrivals(salma, {}, since)).toBe(0)
  await anArticle(system, { language: 'fr', publishedAt: new Date('2019-01-01T00:00:00Z') })
  await anArticle(system, { language: 'ar' })
  await anArticle(system, { language: 'fr', withdrawnAt: NOW })
  expect(await countArrivals(salma, {}, since)).toBe(2)
  expect(await countArrivals(salma, { language: 'fr' }, since)).toBe(1)
})

test('of a flood no more is counted than is told', async () => {
  const salma = await contextOf('editor')
  const since = await newestArrival(salma)
  for (let i = 0; i < MOST_ARRIVALS + 3; i++) await anArticle(system)
  expect(await countArrivals(salma, {}, since)).toBe(MOST_ARRIVALS + 1)
})

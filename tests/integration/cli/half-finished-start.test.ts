import { expect, test } from 'vitest'
import { prepareDatabase } from '#lib/cli/start/prepare-database.ts'
import { prisma } from '#lib/db/client.ts'
import { databaseUrl } from '#tests/support/database.ts'

test('a start killed while it handed over the demo is made good by the next one, and two at once load it once', async () => {
  await prisma().batch.create({ data: { name: 'Demo newsroom', origin: 'cli', state: 'receiving' } })
  await Promise.all([prepareDatabase(databaseUrl, true), prepareDatabase(databaseUrl, true)])
  expect(await prisma().batch.findMany({ select: { name: true, state: true } })).toEqual([
    { name: 'Demo newsroom', state: 'done' },
  ])
  expect(await prisma().article.count()).toBe(80)
}, 120_000)

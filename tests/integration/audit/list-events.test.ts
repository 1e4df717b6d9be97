import '#tests/support/database.ts'
import { expect, test } from 'vitest'
import { listActors } from '#lib/audit/list-actors.ts'
import { type AuditCursor, listEvents } from '#lib/audit/list-events.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { contextOf, NOW, systemContext } from '#tests/support/context.ts'

test('the log is read newest first, page by page, each event once, also where many happened in one moment', async () => {
  const admin = await contextOf('admin')
  for (let i = 0; i < 120; i++) await recordEvent(systemContext(), { kind: 'batch.tested', data: { n: i } })
  const seen: string[] = []
  let after: AuditCursor | undefined
  do {
    const { events, next } = await listEvents(admin, { kind: 'batch.tested', ...(after ? { after } : {}) })
    seen.push(...events.map(({ id }) => id))
    after = next ?? undefined
  } while (after)
  expect(seen).toHaveLength(120)
  expect(new Set(seen).size).toBe(120)
})

test('events are found by who did them, by kind, by area and by what they were done to', async () => {
  const admin = await contextOf('admin')
  const { userId } = admin.actor
  const later = { ...admin, now: () => new Date(NOW.getTime() + 1000) }
  await recordEvent(admin, { kind: 'source.edited', subject: { type: 'source', id: 's1' } })
  await recordEvent(later, { kind: 'source.added', subject: { type: 'source', id: 's2' } })
  await recordEvent(systemContext(), { kind: 'sources.counted' })
  const kinds = async (filter: Parameters<typeof listEvents>[1]) =>
    (await listEvents(admin, filter)).events.map(({ kind }) => kind)
  expect(await kinds({ actor: userId })).toEqual(['source.added', 'source.edited'])
  expect(await kinds({ kind: 'source' })).toEqual(['source.added', 'source.edited'])
  expect(await kinds({ kind: 'source.added' })).toEqual(['source.added'])
  expect(await kinds({ subject: { type: 'source', id: 's1' } })).toEqual(['source.edited'])
  expect(await kinds({ actor: 'system', kind: 'sources' })).toEqual(['sources.counted'])
})

test.each(['editor', 'manager'] as const)('a %s may not read the log', async (role) => {
  const ctx = await contextOf(role)
  await expect(listEvents(ctx, {})).rejects.toMatchObject({ key: 'forbidden' })
  await expect(listActors(ctx)).rejects.toMatchObject({ key: 'forbidden' })
})

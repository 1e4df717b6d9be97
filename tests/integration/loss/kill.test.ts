import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIfStale } from '#lib/cli/start/build-if-stale.ts'
import { deliveries } from '#tests/integration/loss/deliveries.ts'
import { type Installation, startInstallation, VICTIMS } from '#tests/integration/loss/installation.ts'
import { Random } from '#tests/integration/loss/random.ts'
import { UploadingClient } from '#tests/integration/loss/uploading-client.ts'
import { checksum, hasWorker, stillWaiting, type WhatIsHere, whatIsHere } from '#tests/integration/loss/what-is-here.ts'

const DELIVERIES = 8
/** Of one delivery: one while it arrives, the others while it is read. */
const KILLS = 3
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1e6)
const MINUTES = 60_000

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mirqab-loss-'))
  await buildIfStale()
}, 5 * MINUTES)
afterAll(() => rm(folder, { recursive: true, force: true }))

test(
  'an import during which worker, web server and PostgreSQL are killed again and again ends as an undisturbed one',
  async () => {
    const all = deliveries(new Random(seed), DELIVERIES)
    const undisturbed = await imported('undisturbed', async ({ databaseUrl }, client) => {
      const durations: Duration[] = []
      for (const delivery of all) {
        const began = performance.now()
        await client.deliver(delivery)
        const arrived = performance.now()
        await until(async () => (await stillWaiting(databaseUrl)) === 0)
        durations.push({ arriving: arrived - began, reading: performance.now() - arrived })
      }
      return durations
    })

    const random = new Random(seed + 1)
    const victims = random.shuffled(
      Array.from({ length: DELIVERIES * KILLS }, (_, i) => VICTIMS[i % VICTIMS.length] as (typeof VICTIMS)[number]),
    )
    const log: string[] = []
    let amid = 0
    const disturbed = await imported('disturbed', async (installation, client) => {
      const kill = async (within: number, what: string) => {
        const victim = victims.pop()
        if (!victim) return
        await sleep(random.next() * within)
        const waiting = await stillWaiting(installation.databaseUrl)
        if (waiting) amid++
        log.push(`${victim} (${what}, ${waiting} waiting)`)
        await installation.kill(victim)
        await until(() => isWhole(installation))
      }
      for (const [i, delivery] of all.entries()) {
        const { arriving, reading } = undisturbed.answer[i] as Duration
        await Promise.all([client.deliver(delivery), kill(arriving, 'arriving')])
        for (let k = 1; k < KILLS; k++) await kill(reading, 'reading')
      }
      await until(async () => (await stillWaiting(installation.databaseUrl)) === 0)
      return installation.ownEnds()
    })

    console.info(`seed ${seed}: ${log.length} kills, ${amid} of them amid an import: ${log.join(', ')}`)
    for (const part of ['articles', 'documents', 'copies'] as const) {
      const [one, other] = [undisturbed.here[part], disturbed.here[part]]
      console.info(
        `${part}: ${one.length} undisturbed (${checksum(one)}), ${other.length} disturbed (${checksum(other)})`,
      )
    }
    expect(log.length).toBeGreaterThanOrEqual(20)
    expect(amid).toBeGreaterThanOrEqual(log.length / 3)
    // Web server and worker outlive PostgreSQL.
    expect(disturbed.answer).toEqual([])
    expect(undisturbed.here.articles.length).toBeGreaterThan(300)
    expect(disturbed.here.articles).toEqual(undisturbed.here.articles)
    expect(disturbed.here.documents).toEqual(undisturbed.here.documents)
    expect(disturbed.here.copies).toEqual(undisturbed.here.copies)
    // Which story an article joins depends on those that came before it, and so on whose turn it was; but each is in one.
    expect(disturbed.here.inStories).toEqual(undisturbed.here.inStories)
  },
  8 * MINUTES,
)

type Duration = { arriving: number; reading: number }

/** Runs `work` on an installation of its own. @returns its answer, and all that the import has left */
async function imported<T>(
  name: string,
  work: (installation: Installation, client: UploadingClient) => Promise<T>,
): Promise<{ answer: T; here: WhatIsHere }> {
  const installation = await startInstallation(path.join(folder, name))
  try {
    const client = new UploadingClient(installation.url)
    await client.signIn('admin@demo.example')
    const answer = await work(installation, client)
    return { answer, here: await whatIsHere(installation.databaseUrl) }
  } finally {
    await installation.stop()
  }
}

async function isWhole({ url, databaseUrl }: Installation): Promise<boolean> {
  const health = await fetch(`${url}/api/health`).catch(() => null)
  return Boolean(health?.ok) && (await hasWorker(databaseUrl))
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(25)
}

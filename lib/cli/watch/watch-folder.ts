import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inSweep } from '#lib/cli/watch/in-sweep.ts'
import { isSame, type SeenFile, seenFiles } from '#lib/cli/watch/seen-files.ts'
import { setAside } from '#lib/cli/watch/set-aside.ts'
import { steadyFiles } from '#lib/cli/watch/steady-files.ts'
import { takeFiles } from '#lib/cli/watch/take-files.ts'
import { deskDay, deskMinute } from '#lib/core/desk-time.ts'
import { log } from '#lib/core/log.ts'
import type { Context } from '#lib/db/context.ts'

const EVERY_MS = 2000
/** Files of one batch: a report that somebody can still look through. */
const TOGETHER = 5000

/**
 * Takes what is put into a folder, until it is told to stop: files that have stood still are stored as a batch, whose
 * reading the queue begins, and only then moved to `.taken/<day>/`.
 *
 * The folder is looked at every two seconds. Being woken by the system (inotify and its like) would spare that, but
 * says nothing of folders on the network, which scrapers write to, and loses events when many come at once.
 */
export async function watchFolder(ctx: Context, folder: string, signal: AbortSignal): Promise<void> {
  const steady = steadyFiles()
  const stuck = new Map<string, SeenFile>()
  let trouble = ''
  while (!signal.aborted) {
    try {
      const whole = steady(await seenFiles(folder), performance.now()).filter((file) => {
        const before = stuck.get(file.relative)
        return !before || !isSame(before, file)
      })
      const batch = whole.slice(0, TOGETHER)
      if (batch.length > 0) for (const file of await sweep(ctx, folder, batch)) stuck.set(file.relative, file)
      trouble = ''
    } catch (error) {
      // A network folder comes and goes, and so does a database: said once, tried on.
      const message = (error as Error).message
      if (message !== trouble) log.error({ err: error, folder }, 'the watched folder could not be swept')
      trouble = message
    }
    await setTimeout(EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}

/** Takes these files, unless another worker is sweeping. @returns those that were taken and could not be moved away */
export async function sweep(ctx: Context, folder: string, files: readonly SeenFile[]): Promise<SeenFile[]> {
  const stuck: SeenFile[] = []
  await inSweep(async () => {
    const name = `${path.basename(folder)} · ${deskMinute(ctx.now())}`
    const { batchId, files: taken } = await takeFiles(ctx, files, name)
    for (const file of taken) {
      try {
        await setAside(folder, file, deskDay(ctx.now()))
      } catch (error) {
        log.error({ err: error, file: file.at }, 'a file was taken and cannot be moved to .taken')
        stuck.push(file)
      }
    }
    log.info({ folder, batchId, files: taken.length, stuck: stuck.length }, 'took files')
  })
  return stuck
}

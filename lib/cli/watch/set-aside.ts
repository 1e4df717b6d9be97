import { lstat, mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { isSame, type SeenFile, seenFile } from '#lib/cli/watch/seen-files.ts'

/**
 * Moves a file that was taken out of the way: `monday/a.html` becomes `.taken/2026-11-21/monday/a.html`, with a number
 * where there is one already. What was written over it meanwhile has not been taken: it goes back.
 * @throws where the folder does not let us move it
 */
export async function setAside(folder: string, file: SeenFile, day: string): Promise<void> {
  const wanted = path.join('.taken', day, file.relative)
  await mkdir(path.join(folder, path.dirname(wanted)), { recursive: true })
  const relative = await freeName(folder, wanted)
  await rename(file.at, path.join(folder, relative))
  const moved = await seenFile(folder, relative)
  if (moved && !isSame(moved, file)) await rename(moved.at, path.join(folder, await freeName(folder, file.relative)))
}

async function freeName(folder: string, wanted: string): Promise<string> {
  const { dir, name, ext } = path.parse(wanted)
  for (let number = 1; ; number++) {
    const relative = number === 1 ? wanted : path.join(dir, `${name} (${number})${ext}`)
    const isFree = await lstat(path.join(folder, relative)).then(
      () => false,
      () => true,
    )
    if (isFree) return relative
  }
}

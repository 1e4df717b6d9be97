import { isSame, type SeenFile } from '#lib/cli/watch/seen-files.ts'

/** How long a file must have stood still to be whole. */
const STILL_MS = 2000

/**
 * Tells files that are whole from those that are being written, from one look to the next. Times are this process's
 * own: the clock of a network folder may be another one.
 */
export function steadyFiles(): (files: readonly SeenFile[], atMs: number) => SeenFile[] {
  let known = new Map<string, { file: SeenFile; sinceMs: number }>()
  return (files, atMs) => {
    const before = known
    known = new Map()
    return files.filter((file) => {
      const then = before.get(file.relative)
      const sinceMs = then && isSame(then.file, file) ? then.sinceMs : atMs
      known.set(file.relative, { file, sinceMs })
      return atMs - sinceMs >= STILL_MS
    })
  }
}

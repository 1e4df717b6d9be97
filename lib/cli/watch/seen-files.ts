import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'

/**
 * A file as it was found. Its size and time stay for as long as nobody writes to it or puts another in its place; its
 * inode is not asked, which some network folders make up anew with every look.
 */
export type SeenFile = { relative: string; at: string; size: number; mtimeMs: number }

/** Folders in folders: a scraper's site/year/month/day has five. */
const DEPTH = 8
/** Names of what is being written: of browsers, downloaders, ftp clients and editors. */
const UNFINISHED = /\.(?:part|partial|filepart|tmp|temp|crdownload|download)$|~$/i

export const isSame = (a: SeenFile, b: SeenFile): boolean => a.size === b.size && a.mtimeMs === b.mtimeMs

/**
 * The files of a folder and of those in it, in the order of their paths. Left out: what is hidden or unfinished by its
 * name, and whatever is no file itself: a link may point to anywhere on this machine.
 */
export async function seenFiles(folder: string): Promise<SeenFile[]> {
  const files: SeenFile[] = []
  await look(folder, '', DEPTH, files)
  return files.sort((a, b) => (a.relative < b.relative ? -1 : 1))
}

async function look(folder: string, inside: string, depth: number, files: SeenFile[]): Promise<void> {
  const entries = await readdir(path.join(folder, inside), { withFileTypes: true }).catch((error) => {
    // A folder in it may go, or be closed to us, while we look; without the whole there is nothing to watch.
    if (inside === '') throw error
    return []
  })
  for (const entry of entries) {
    if (entry.name.startsWith('.') || UNFINISHED.test(entry.name)) continue
    const relative = path.join(inside, entry.name)
    if (entry.isDirectory() && depth > 0) await look(folder, relative, depth - 1, files)
    if (!entry.isFile()) continue
    const file = await seenFile(folder, relative)
    if (file) files.push(file)
  }
}

/** One file as it is now; null where it is gone. */
export async function seenFile(folder: string, relative: string): Promise<SeenFile | null> {
  const at = path.join(folder, relative)
  const found = await lstat(at).catch(() => null)
  return found && { relative, at, size: found.size, mtimeMs: found.mtimeMs }
}

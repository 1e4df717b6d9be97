import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

const READABLE = /\.(?:txt|text|html?|xhtml)$/i

/** The files of the command line: files as named, folders recursively and sorted, hidden ones left out. */
export async function filesToRead(named: string[]): Promise<string[]> {
  const files: string[] = []
  for (const name of named) {
    if (!(await stat(name)).isDirectory()) {
      files.push(name)
      continue
    }
    const entries = await readdir(name, { recursive: true, withFileTypes: true })
    const inside = entries
      .filter((e) => e.isFile() && !e.name.startsWith('.'))
      .map((e) => path.join(e.parentPath, e.name))
    // A folder of readable files may hold notes and labels too; a folder without extensions is read whole.
    const readable = inside.filter((file) => READABLE.test(file))
    files.push(...(readable.length > 0 ? readable : inside).sort())
  }
  return files
}

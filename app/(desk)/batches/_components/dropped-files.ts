/** A file that was dropped or chosen, with its path under what was dropped. */
export type Dropped = { path: string; file: File }

/** What was dropped, folders gone through. Must be called in the drop event: its entries are gone afterwards. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry != null)
  if (entries.length === 0) return chosenFiles(transfer.files)
  const found: Dropped[] = []
  for (const entry of entries) await gather(entry, found)
  return found
}

export const chosenFiles = (list: FileList | null): Dropped[] =>
  [...(list ?? [])]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ file }) => !file.name.startsWith('.'))

async function gather(entry: FileSystemEntry, found: Dropped[]): Promise<void> {
  if (entry.name.startsWith('.')) return
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    found.push({ path: entry.fullPath.replace(/^\//, ''), file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A reader gives a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return
    for (const inside of some) await gather(inside, found)
  }
}

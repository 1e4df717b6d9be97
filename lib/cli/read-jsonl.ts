import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UsageError } from '#lib/cli/command.ts'

/** The values of a JSON Lines file (.gz too; `-` is standard input), one by one. @throws UsageError that names file and line */
export async function* readJsonl(file: string): AsyncGenerator<Record<string, unknown>> {
  const input = file === '-' ? process.stdin : opened(file)
  let number = 0
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
      if (text.trim() === '') continue
      const value: unknown = JSON.parse(text)
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('not an object')
      yield value as Record<string, unknown>
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file}, line ${number}: this is no JSON object`)
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw new UsageError(`${file} can't be read`)
    throw error
  }
}

// Whoever reads hears of either stream's failure.
const opened = (file: string) =>
  file.endsWith('.gz') ? pipeline(createReadStream(file), createGunzip(), () => undefined) : createReadStream(file)

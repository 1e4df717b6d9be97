import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { AgencyRow, ReadVocabulary, SourceRow } from '#lib/read/vocabulary.ts'

/**
 * The vocabulary that comes with Mirqab, for reading without a database (`mirqab read`).
 * @param root the project's folder; `demo` adds the invented outlets of seeds/demo
 */
export function loadVocabulary(root: string, { demo = false }: { demo?: boolean } = {}): ReadVocabulary {
  const rows = <T>(file: string): T[] => {
    const full = path.join(root, 'seeds', file)
    return existsSync(full) ? (JSON.parse(readFileSync(full, 'utf8')) as T[]) : []
  }
  return {
    agencies: rows<AgencyRow>('reference/agencies.json'),
    sources: [...rows<SourceRow>('reference/sources.json'), ...(demo ? rows<SourceRow>('demo/sources.json') : [])],
  }
}

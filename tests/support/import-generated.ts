import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { GeneratedArticle } from '#tests/support/generate-articles.ts'

/**
 * Writes articles as one delivery in JSON Lines and imports it: `mirqab import` in a process of its own, on all cores.
 * @throws where not all could be taken in
 */
export async function importGenerated(articles: Iterable<GeneratedArticle>): Promise<void> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'mirqab-bench-'))
  const file = path.join(scratch, 'articles.jsonl')
  try {
    await writeDelivery(file, articles)
    await importDelivery(file)
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

async function writeDelivery(file: string, articles: Iterable<GeneratedArticle>): Promise<void> {
  const out = createWriteStream(file)
  for (const article of articles)
    if (!out.write(`${JSON.stringify(article)}\n`)) await new Promise((resolve) => out.once('drain', resolve))
  await new Promise((resolve) => out.end(() => resolve(null)))
}

async function importDelivery(file: string): Promise<void> {
  const importing = spawn(process.execPath, ['lib/cli/mirqab.ts', 'import', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise<number | null>((resolve) => importing.once('exit', resolve))
  if (code !== 0) throw new Error('the import has failed')
}

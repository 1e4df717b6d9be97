import { problemSentence } from '#lib/batches/problem-sentence.ts'
import { i18nFor } from '#lib/i18n/i18n.ts'

/** Why a document or a file could not be read: its key, and the screen's own sentence in English. */
export function reason(problem: unknown, now: Date): { key: string; sentence: string } {
  const key = typeof problem === 'object' && problem && 'key' in problem ? String(problem.key) : 'other'
  return { key, sentence: problemSentence(i18nFor('en', now), problem ?? { key }) ?? key }
}

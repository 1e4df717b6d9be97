import type { Stated } from '#lib/core/stated.ts'
import { cleanText, oneLine } from '#lib/read/clean-text.ts'
import type { Draft } from '#lib/read/draft.ts'
import { readPage } from '#lib/read/html/read-page.ts'
import { readPlain } from '#lib/read/plain/read-plain.ts'
import { repairMojibake } from '#lib/read/repair-mojibake.ts'

/** Stated fields with letters that somebody misread put right, and the first such misreading. */
export function repairStated(stated: Stated): { stated: Stated; repaired: { from: string; sample: string } | null } {
  const fields: Stated = { ...stated }
  let found: { from: string; sample: string } | null = null
  for (const [name, value] of Object.entries(stated) as [keyof Stated, string][]) {
    const { text, repaired } = repairMojibake(value)
    fields[name] = text
    found ??= repaired
  }
  return { stated: fields, repaired: found }
}

/**
 * Puts what a delivery states over what was found: stated fields win, and a stated text goes through the same cleaning
 * as any other, because columns carry furniture too.
 */
export function withStated(found: Draft, stated: Stated | undefined): Draft {
  if (!stated) return found
  const own = stated.html
    ? readPage(cleanText(stated.html), stated.address ?? null)
    : stated.text
      ? readPlain(cleanText(stated.text))
      : null
  const draft = own ?? found
  if (stated.title) {
    draft.titles.unshift({
      value: oneLine(cleanText(stated.title)),
      evidence: { rule: 'stated.title', quote: stated.title },
      confidence: 0.99,
    })
  } else if (own && found.titles.length > 0 && own !== found) draft.titles.push(...found.titles)
  if (stated.publishedAt)
    draft.dates.unshift({ text: stated.publishedAt, role: 'published', rule: 'stated.publishedAt', confidence: 0.97 })
  return draft
}

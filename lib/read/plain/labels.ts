import { foldText } from '#lib/text/fold.ts'

/** Lines that name their field, as mail and desk exports write them: «العنوان: …», «Date: …». Folded labels. */
const LABELS: Record<string, string[]> = {
  title: ['العنوان', 'عنوان', 'الموضوع', 'title', 'headline', 'subject', 'titre', 'objet'],
  date: ['التاريخ', 'تاريخ النشر', 'تاريخ', 'date', 'published', 'published on', 'date de publication', 'publie le'],
  source: ['المصدر', 'مصدر', 'source', 'outlet', 'الصحيفه', 'الموقع', 'الوكاله'],
  byline: ['الكاتب', 'كتب', 'كتبت', 'بقلم', 'اعداد', 'المحرر', 'author', 'by', 'byline', 'auteur', 'par'],
}
const FIELD_BY_LABEL = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.map((label) => [label, field] as const)),
)

/** The field and value of a labelled line, or null. Longer labels than three words are sentences. */
export function labelledField(text: string): { field: string; value: string; quote: string } | null {
  const colon = text.search(/\s?[:：]/)
  if (colon < 2 || colon > 24) return null
  const field = FIELD_BY_LABEL.get(foldText(text.slice(0, colon)).trim())
  const value = text
    .slice(colon)
    .replace(/^\s?[:：]\s*/, '')
    .trim()
  return field && value ? { field, value, quote: text } : null
}

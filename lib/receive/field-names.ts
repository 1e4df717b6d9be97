import type { Stated } from '#lib/core/stated.ts'
import { foldText } from '#lib/text/fold.ts'

/** `body` is text or html: the value tells which. */
export type FieldName = keyof Stated | 'body'

/**
 * Names of columns and keys, as exports in English, Arabic and French have them. Where two columns mean one field, the
 * name that stands earlier here wins: `content` before `summary`.
 */
const NAMES: Record<FieldName, string[]> = {
  title: [
    'title',
    'headline',
    'heading',
    'article title',
    'العنوان',
    'عنوان',
    'العنوان الرئيسي',
    'عنوان الخبر',
    'عنوان المقال',
    'titre',
    'name',
  ],
  html: ['html', 'content html', 'body html', 'html content', 'page html', 'raw html'],
  text: [
    'text',
    'plain text',
    'article text',
    'full text',
    'fulltext',
    'content text',
    'النص',
    'نص',
    'النص الكامل',
    'نص الخبر',
    'نص المقال',
    'texte',
  ],
  body: [
    'body',
    'article body',
    'content',
    'content encoded',
    'article',
    'story',
    'المتن',
    'متن',
    'المحتوى',
    'محتوى',
    'محتوى الخبر',
    'الخبر',
    'المقال',
    'التفاصيل',
    'contenu',
    'corps',
    'description',
    'الوصف',
    'summary',
    'excerpt',
    'الملخص',
  ],
  publishedAt: [
    'published at',
    'date published',
    'published',
    'publish date',
    'published date',
    'published on',
    'publication date',
    'pub date',
    'pubdate',
    'تاريخ النشر',
    'وقت النشر',
    'تاريخ الخبر',
    'date',
    'التاريخ',
    'تاريخ',
    'date de publication',
    'datetime',
    'date gmt',
    'timestamp',
    'created at',
    'created',
  ],
  source: [
    'source',
    'source name',
    'المصدر',
    'مصدر',
    'مصدر الخبر',
    'publisher',
    'outlet',
    'site name',
    'newspaper',
    'media',
    'الصحيفة',
    'الجريدة',
    'الناشر',
    'الموقع',
    'site',
    'website',
    'journal',
    'feed',
    'domain',
  ],
  author: [
    'author',
    'authors',
    'byline',
    'الكاتب',
    'كاتب',
    'المؤلف',
    'بقلم',
    'المحرر',
    'المراسل',
    'writer',
    'creator',
    'dc creator',
    'reporter',
    'auteur',
  ],
  language: ['language', 'lang', 'in language', 'locale', 'اللغة', 'لغة', 'langue'],
  address: [
    'url',
    'link',
    'الرابط',
    'رابط',
    'رابط الخبر',
    'permalink',
    'canonical',
    'canonical url',
    'page url',
    'article url',
    'source url',
    'external url',
    'العنوان الإلكتروني',
    'address',
    'href',
    'uri',
    'lien',
    'guid',
    'id',
  ],
  agency: ['agency', 'news agency', 'wire', 'wire service', 'الوكالة', 'وكالة', 'وكالة الأنباء', 'agence'],
}

/** `publishedAt`, `published_at` and `Published At` are one name; Arabic names are folded as everything compared is. */
const normal = (name: string): string =>
  foldText(
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[_\-.:/\s\u200e\u200f]+/g, ' ')
      .trim(),
  ).toLowerCase()

const MEANING = new Map<string, { field: FieldName; rank: number }>()
for (const [field, names] of Object.entries(NAMES) as [FieldName, string[]][]) {
  for (const [rank, name] of names.entries()) MEANING.set(normal(name), { field, rank })
}

/** Which of these names holds which field: the place of the name by field. Unknown names are left out. */
export function fieldsOf(names: readonly string[]): Map<FieldName, number> {
  const found = new Map<FieldName, { at: number; rank: number }>()
  for (const [at, name] of names.entries()) {
    const meaning = name.length < 60 ? MEANING.get(normal(name)) : undefined
    if (!meaning) continue
    const before = found.get(meaning.field)
    if (!before || meaning.rank < before.rank) found.set(meaning.field, { at, rank: meaning.rank })
  }
  return new Map([...found].map(([field, { at }]) => [field, at]))
}

/** Whether a record with these fields can hold an article. */
export const hasText = (fields: Map<FieldName, unknown>): boolean =>
  fields.has('text') || fields.has('html') || fields.has('body')

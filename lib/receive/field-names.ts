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
    ...['title', 'headline', 'heading', 'head line', 'article title', 'news title', 'post title', 'web title'],
    ...[
      'العنوان',
      'عنوان',
      'العنوان الرئيسي',
      'عنوان الخبر',
      'عنوان المقال',
      'عنوان المادة',
      'عنوان التقرير',
      'المانشيت',
    ],
    ...['titre', 'تیتر', 'عنوان خبر', 'title page', 'page title', 'name', 'link text', 'hd'],
  ],
  html: ['html', 'content html', 'body html', 'html content', 'page html', 'raw html', 'article html'],
  text: [
    ...['text', 'plain text', 'article text', 'full text', 'fulltext', 'main text', 'maintext', 'content text'],
    ...['body text', 'clean text', 'news text', 'story text', 'النص', 'نص', 'النص الكامل', 'نص الخبر', 'نص المقال'],
    ...['نص المادة', 'نص التقرير', 'texte', 'texte intégral', 'متن خبر', 'raw text', 'td'],
  ],
  body: [
    ...['body', 'article body', 'body value', 'content', 'content encoded', 'content rendered', 'post content'],
    ...['article content', 'news content', 'article', 'story', 'المتن', 'متن', 'المحتوى', 'محتوى', 'محتوى الخبر'],
    ...['محتوى المقال', 'مضمون الخبر', 'المضمون', 'الخبر', 'المقال', 'المادة', 'التفاصيل', 'تفاصيل الخبر', 'contenu'],
    ...[
      'corps',
      'محتوا',
      'message',
      'description',
      'الوصف',
      'lead paragraph',
      'opening text',
      'lp',
      'summary',
      'excerpt',
    ],
    ...['post excerpt', 'الملخص', 'ملخص', 'خلاصة', 'خلاصه', 'snippet', 'hit sentence'],
  ],
  publishedAt: [
    ...[
      'published at',
      'date published',
      'date time pub',
      'published',
      'publish date',
      'published date',
      'date publish',
    ],
    ...['published on', 'published time', 'publication date', 'pub date', 'pubdate', 'web publication date'],
    ...['تاريخ النشر', 'وقت النشر', 'تاريخ ووقت النشر', 'نشر في', 'تاريخ الخبر', 'تاريخ المقال', 'تاريخ الإصدار'],
    ...['post date gmt', 'post date', 'post created', 'authored on', 'date', 'التاريخ', 'تاريخ', 'date de publication'],
    ...['date de parution', 'تاریخ انتشار', 'datetime', 'date time', 'date gmt', 'dc date', 'pd', 'timestamp'],
    ...['created at', 'created'],
  ],
  source: [
    ...['source name', 'source hostname', 'source title', 'source', 'المصدر', 'مصدر', 'اسم المصدر', 'مصدر الخبر'],
    ...['publisher', 'publication', 'publication name', 'outlet', 'outlet name', 'site name', 'sitename', 'newspaper'],
    ...['media name', 'media', 'page name', 'الصحيفة', 'اسم الصحيفة', 'الجريدة', 'الناشر', 'الموقع', 'اسم الموقع'],
    ...['وسيلة الإعلام', 'القناة', 'site', 'website', 'journal', 'منبع', 'channel', 'feed', 'feed title', 'sn'],
    ...['source domain', 'domain', 'hostname', 'host'],
  ],
  author: [
    ...['author', 'authors', 'author name', 'byline', 'الكاتب', 'كاتب', 'اسم الكاتب', 'كاتب المقال', 'المؤلف', 'بقلم'],
    ...['المحرر', 'المراسل', 'اسم المراسل', 'writer', 'creator', 'dc creator', 'reporter', 'journalist', 'auteur'],
    ...['نویسنده', 'authored by', 'author username', 'by'],
  ],
  language: [
    'language',
    'lang',
    'in language',
    'dc language',
    'meta lang',
    'locale',
    'اللغة',
    'لغة',
    'langue',
    'زبان',
    'la',
  ],
  address: [
    ...['url', 'link', 'الرابط', 'رابط', 'رابط الخبر', 'رابط المقال', 'الرابط الأصلي', 'permalink', 'canonical'],
    ...['canonical url', 'page url', 'article url', 'news url', 'web url', 'post url', 'source url', 'external url'],
    ...[
      'رابط المصدر',
      'العنوان الإلكتروني',
      'address',
      'href',
      'uri',
      'lien',
      'لینک',
      'پیوند',
      'final link',
      'guid',
      'id',
    ],
  ],
  agency: [
    ...['agency', 'news agency', 'wire', 'wire service', 'الوكالة', 'وكالة', 'وكالة الأنباء', 'agence', 'خبرگزاری'],
  ],
}

/** Every field that a column may hold. */
export const FIELD_NAMES = Object.keys(NAMES) as [FieldName, ...FieldName[]]

/** Controls, and signs that turn the direction of what follows: a name could pretend to be another. */
const HIDDEN = /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * A name as it can be shown, kept and compared: without what hides, of one line, at most 100 letters.
 * Two different names of one file may come out alike; the first one counts.
 */
export const cleanName = (name: string): string =>
  name.replace(HIDDEN, ' ').replace(/\s+/g, ' ').trim().slice(0, 100).toWellFormed()

/** `publishedAt`, `published_at` and `Published At` are one name; Arabic names are folded as everything compared is. */
export const foldedName = (name: string): string =>
  foldText(
    cleanName(name)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[_\-.:/\s]+/g, ' ')
      .trim(),
  ).toLowerCase()

const MEANING = new Map<string, { field: FieldName; rank: number }>()
for (const [field, names] of Object.entries(NAMES) as [FieldName, string[]][]) {
  for (const [rank, name] of names.entries()) MEANING.set(foldedName(name), { field, rank })
}

/** Which of these names holds which field: the place of the name by field. Unknown names are left out. */
export function fieldsOf(names: readonly string[]): Map<FieldName, number> {
  const found = new Map<FieldName, { at: number; rank: number }>()
  for (const [at, name] of names.entries()) {
    const meaning = name.length < 60 ? MEANING.get(foldedName(name)) : undefined
    if (!meaning) continue
    const before = found.get(meaning.field)
    if (!before || meaning.rank < before.rank) found.set(meaning.field, { at, rank: meaning.rank })
  }
  return new Map([...found].map(([field, { at }]) => [field, at]))
}

/** Whether a record with these fields can hold an article. */
export const hasText = (fields: Map<FieldName, unknown>): boolean =>
  fields.has('text') || fields.has('html') || fields.has('body')

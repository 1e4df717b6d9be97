/** What the fields of an article are called, on every screen. */
export const FIELD_NAMES = {
  ar: {
    title: 'العنوان',
    publishedAt: 'تاريخ النشر',
    pageDate: 'تاريخ الصفحة',
    source: 'المصدر',
    origin: 'الناشر الأول',
    agency: 'الوكالة',
    byline: 'الكاتب',
    language: 'لغة النص',
  },
  en: {
    title: 'Headline',
    publishedAt: 'Published',
    pageDate: 'Date of the page',
    source: 'Source',
    origin: 'First published by',
    agency: 'Agency',
    byline: 'Byline',
    language: 'Language',
  },
}

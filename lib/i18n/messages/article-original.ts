import { define } from '#lib/i18n/messages/define.ts'

/** The page of an article’s original, as it arrived. */
export const articleOriginal = define({
  ar: {
    title: 'الأصل كما وصل',
    back: 'إلى المقال',
    download: 'نزّل الملف الأصلي',
    path: 'المسار في الدفعة',
    batch: 'الدفعة',
    type: 'النوع',
    charset: 'الترميز',
    size: 'الحجم',
    received: 'وصل',
    checksum: 'SHA-256',
    stated: 'ما ذكره ملف التسليم',
    plain: 'يُعرض الأصل نصًا لا صفحة، فلا يعمل منه شيء.',
    cut: 'عُرض أول {count} حرف. نزّل الملف لترى الباقي.',
    binary: 'هذا الملف ليس نصًا. نزّله لتفتحه.',
    bytes: '{count, plural, zero {لا بايت} one {بايت واحد} two {بايتان} few {# بايتات} many {# بايتًا} other {# بايت}}',
  },
  en: {
    title: 'The original as it arrived',
    back: 'To the article',
    download: 'Download the original file',
    path: 'Path in the delivery',
    batch: 'Batch',
    type: 'Type',
    charset: 'Charset',
    size: 'Size',
    received: 'Received',
    checksum: 'SHA-256',
    stated: 'Stated by the delivery',
    plain: 'The original is shown as text, not as a page: nothing in it runs.',
    cut: 'The first {count} characters are shown. Download the file for the rest.',
    binary: 'This file is not text. Download it to open it.',
    bytes: '{count, plural, one {# byte} other {# bytes}}',
  },
})

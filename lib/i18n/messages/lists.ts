import { define } from '#lib/i18n/messages/define.ts'

/** What the lists of sources, topics, entities, accounts and events share. */
export const lists = define({
  ar: {
    search: 'ابحث',
    clear: 'أزل البحث',
    next: 'التالي',
    first: 'إلى الأول',
    found:
      '{count, plural, zero {لا نتائج} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}',
    edit: 'عدّل',
    history: 'ما جرى له',
    notSet: 'غير محدد',
    articles: 'المقالات',
    oneALine: 'واحد في كل سطر.',
  },
  en: {
    search: 'Search',
    clear: 'Clear the search',
    next: 'Next',
    first: 'To the first',
    found: '{count, plural, one {# result} other {# results}}',
    edit: 'Edit',
    history: 'What was done to it',
    notSet: 'Not set',
    articles: 'Articles',
    oneALine: 'One a line.',
  },
})

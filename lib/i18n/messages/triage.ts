import { define } from '#lib/i18n/messages/define.ts'

/** Reading beside the list, what arrives meanwhile, who else is here, and what two of them changed at once. */
export const triage = define({
  ar: {
    reader: {
      label: 'المقال المفتوح',
      ways: 'التنقل بين المقالات',
      back: 'إلى القائمة',
      next: 'التالي',
      previous: 'السابق',
      acceptNext: 'اقبل الوسوم وانتقل',
      gone: 'لم يعد هذا المقال هنا: سُحبت دفعته. القائمة في مكانها.',
      unsaved: 'كتبتَ ما لم يُحفظ بعد. هل تغادر وتفقده؟',
      filters: 'التصفية',
      closeFilters: 'أغلق التصفية',
    },
  },
  en: {
    reader: {
      label: 'The open article',
      ways: 'Ways through the articles',
      back: 'Back to the list',
      next: 'Next',
      previous: 'Previous',
      acceptNext: 'Accept tags and go on',
      gone: 'This article is no longer here: its batch was taken back. The list is where it was.',
      unsaved: 'What you typed is not saved yet. Leave and lose it?',
      filters: 'Filter',
      closeFilters: 'Close the filter',
    },
  },
})

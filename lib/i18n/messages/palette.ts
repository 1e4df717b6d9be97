import { define } from '#lib/i18n/messages/define.ts'

/** Everything by its name (components/layout/palette.tsx). */
export const palette = define({
  ar: {
    open: 'انتقل أو نفّذ (Ctrl+K)',
    title: 'انتقل أو نفّذ',
    input: 'شاشة، إجراء، موضوع، علَم، مصدر، قصة…',
    hint: 'السهمان للاختيار، والإدخال للتنفيذ',
    none: 'لا شيء بهذا الاسم.',
    failed: 'تعذّر البحث. تحقّق من الاتصال ثم أعد المحاولة.',
    search: 'بحث في المكتب',
    actions: 'إجراءات هذه الشاشة',
    places: 'الشاشات',
    recent: 'الأخيرة',
    found: 'نتائج',
  },
  en: {
    open: 'Go to or do (Ctrl+K)',
    title: 'Go to or do',
    input: 'Screen, action, topic, name, source, story…',
    hint: 'Arrows choose, Enter does it',
    none: 'Nothing by this name.',
    failed: 'The search failed. Check the connection and try again.',
    search: 'Search the desk',
    actions: 'Actions of this screen',
    places: 'Screens',
    recent: 'Recent',
    found: 'Found',
  },
})

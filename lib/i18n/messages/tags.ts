import { define } from '#lib/i18n/messages/define.ts'

export const tags = define({
  ar: {
    title: 'الوسوم',
    suggested: 'مقترح',
    unsure: 'مقترح غير أكيد',
    accepted: 'مقبول',
    rejected: 'مرفوض',
    kind: { topic: 'موضوع', entity: 'عَلَم', country: 'بلد' },
    entityKind: { person: 'شخص', organisation: 'منظمة', place: 'مكان' },
    accept: 'قبول المقترح',
    acceptCount: 'قبول المقترح ({count})',
    add: 'وسم',
    dialog: {
      title: 'أضف وسمًا',
      search: 'ابحث عن موضوع أو عَلَم أو بلد',
      hint: 'أول نتيجة تُضاف بمفتاح الإدخال، والأسهم تنتقل بين النتائج.',
      none: 'لا موضوع ولا عَلَم بهذا الاسم. جرّب تهجئة أخرى أو كلمة أقصر.',
      failed: 'تعذّر البحث. تحقّق من الاتصال ثم أعد المحاولة.',
    },
    others:
      '{count, plural, one {ووسم آخر} two {ووسمان آخران} few {و# وسوم أخرى} many {و# وسمًا آخر} other {و# وسم آخر}}',
  },
  en: {
    title: 'Tags',
    suggested: 'suggested',
    unsure: 'suggested, not sure',
    accepted: 'accepted',
    rejected: 'rejected',
    kind: { topic: 'Topic', entity: 'Name', country: 'Country' },
    entityKind: { person: 'Person', organisation: 'Organisation', place: 'Place' },
    accept: 'Accept suggested',
    acceptCount: 'Accept suggested ({count})',
    add: 'Tag',
    dialog: {
      title: 'Add a tag',
      search: 'Search topics, names and countries',
      hint: 'Enter adds the first result; the arrow keys move through them.',
      none: 'No topic or name is called that. Try another spelling or a shorter word.',
      failed: 'The search did not work. Check the connection and try again.',
    },
    others: '{count, plural, one {and one more tag} other {and # more tags}}',
  },
})

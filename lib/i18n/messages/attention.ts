import { define } from '#lib/i18n/messages/define.ts'

/** What fails, falls silent or stops matching, on one screen. */
export const attention = define({
  ar: {
    title: 'ما يحتاج نظرة',
    allWell: 'كل شيء على ما يرام: الخلاصات تعمل، ولا شيء تعذّرت قراءته في الأسبوعين الأخيرين، والقواعد تصيب كعادتها.',
    toDesk: 'إلى المكتب',
    badge:
      '{count, plural, zero {لا شيء يحتاج نظرة} one {أمر واحد يحتاج نظرة} two {أمران يحتاجان نظرة} few {# أمور تحتاج نظرة} many {# أمرًا يحتاج نظرة} other {# أمر يحتاج نظرة}}',
    feeds: {
      title: 'خلاصات متعطلة أو صامتة',
      caption: 'الخلاصات التي تفشل أو سكتت، الأقدم أولًا',
      source: 'المصدر',
      address: 'العنوان',
      trouble: 'العلّة',
      since: 'منذ',
      failing: 'تفشل',
      silent: 'صامتة',
      silentWhy: 'كانت تنشر ثم توقفت، من غير خطأ.',
    },
    unreadable: {
      title: 'عناصر تعذّرت قراءتها',
      about: 'من دفعات آخر 14 يومًا، ولم يُعِد أحد قراءتها ولم تُلغَ دفعتها.',
      caption: 'ما تعذّرت قراءته، بحسب الدفعة والسبب',
      batch: 'الدفعة',
      reason: 'السبب',
      example: 'مثال',
      items: 'العناصر',
      when: 'وصلت',
      count: '{count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}}',
    },
    rules: {
      title: 'قواعد لم تعد تصيب',
      about:
        'مصادر تغيّر ما يُقرأ منها في آخر 7 أيام عمّا كان في الأيام الـ60 قبلها، تغيّرًا لا يُفسَّر بالمصادفة. والأغلب أن الموقع غيّر صفحاته.',
      caption: 'المصادر التي تغيّرت قراءتها، والأوضح تغيّرًا أولًا',
      source: 'المصدر',
      sign: 'ما تغيّر',
      before: 'قبل ذلك',
      now: 'آخر 7 أيام',
      share: '{share} من {count, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}',
      unsigned: 'بلا كاتب ولا وكالة',
      rule: 'قاعدة التاريخ <code>{rule}</code> قلّما تصيب الآن',
    },
  },
  en: {
    title: 'Needs a look',
    allWell:
      'All is well: feeds answer, nothing of the last two weeks is left unread, and the rules match as they used to.',
    toDesk: 'To the desk',
    badge: '{count, plural, one {# thing needs a look} other {# things need a look}}',
    feeds: {
      title: 'Feeds that fail or fell silent',
      caption: 'Feeds that fail or have stopped publishing, the longest first',
      source: 'Source',
      address: 'Address',
      trouble: 'Trouble',
      since: 'Since',
      failing: 'Fails',
      silent: 'Silent',
      silentWhy: 'It used to publish and stopped, without an error.',
    },
    unreadable: {
      title: 'Items that could not be read',
      about: 'From the batches of the last 14 days; nobody has retried them or undone their batch.',
      caption: 'What could not be read, by batch and reason',
      batch: 'Batch',
      reason: 'Reason',
      example: 'Example',
      items: 'Items',
      when: 'Arrived',
      count: '{count, plural, one {# item} other {# items}}',
    },
    rules: {
      title: 'Rules that stopped matching',
      about:
        'Sources of which the last 7 days are understood otherwise than the 60 days before, by more than chance explains. Most often the site has changed its pages.',
      caption: 'Sources that are read differently now, the clearest change first',
      source: 'Source',
      sign: 'What changed',
      before: 'Before',
      now: 'Last 7 days',
      share: '{share} of {count, plural, one {# article} other {# articles}}',
      unsigned: 'No author and no agency',
      rule: 'The rule <code>{rule}</code> hardly finds the date now',
    },
  },
})

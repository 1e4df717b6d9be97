import { define } from '#lib/i18n/messages/define.ts'

/** What a person is told in the desk. */
export const notices = define({
  ar: {
    title: 'الإشعارات',
    none: 'لا إشعارات. يصلك هنا من يذكرك باسمك، والردود على ملاحظاتك، وما يُسند إليك.',
    badge:
      '{count, plural, zero {لا إشعارات جديدة} one {إشعار جديد} two {إشعاران جديدان} few {# إشعارات جديدة} many {# إشعارًا جديدًا} other {# إشعار جديد}}',
    seeAll: 'عُدّها كلها مقروءة',
    isNew: 'جديد',
    somebody: 'حساب محذوف',
    noTitle: 'بلا عنوان',
    kind: {
      mention: 'ذكرك {who} في ملاحظة',
      reply: 'ردّ {who} على ملاحظة شاركت فيها',
      assigned:
        '{articles, plural, one {أسند {who} إليك مقالًا} two {أسند {who} إليك مقالين} few {أسند {who} إليك # مقالات} many {أسند {who} إليك # مقالًا} other {أسند {who} إليك # مقال}}',
      watch:
        '{articles, plural, one {مقال جديد} two {مقالان جديدان} few {# مقالات جديدة} many {# مقالًا جديدًا} other {# مقال جديد}} في الرصد «{watch}»',
      rule: '{articles, plural, one {مقال وافق} two {مقالان وافقا} few {# مقالات وافقت} many {# مقالًا وافق} other {# مقال وافق}} إحدى قواعدك',
    },
  },
  en: {
    title: 'Notices',
    none: 'No notices. Who mentions you, replies to your notes, and what is given to you arrive here.',
    badge: '{count, plural, =0 {no new notices} one {one new notice} other {# new notices}}',
    seeAll: 'Mark all as seen',
    isNew: 'new',
    somebody: 'A deleted account',
    noTitle: 'No title',
    kind: {
      mention: '{who} mentioned you in a note',
      reply: '{who} replied to a note you took part in',
      assigned: '{articles, plural, one {{who} gave you an article} other {{who} gave you # articles}}',
      watch: '{articles, plural, one {One new article} other {# new articles}} for the watch “{watch}”',
      rule: '{articles, plural, one {One article fits} other {# articles fit}} a rule of yours',
    },
  },
})

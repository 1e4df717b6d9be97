import { define } from '#lib/i18n/messages/define.ts'

/** A sentence for each kind of audit event, `.` written as `_`. Data of the event fills the places. */
export const audit = define({
  ar: {
    title: 'سجل ما جرى',
    change_undone: 'تراجع عن إجراء سابق.',
    user_added: 'أُضيف حساب {name} بدور {role, select, admin {مشرف} manager {مدير} other {محرّر}}.',
    user_disabled: 'عُطّل حساب {name} وأُنهيت جلساته.',
    user_enabled: 'أُعيد فتح حساب {name}.',
    'user_role-changed':
      'تغيّر دور {name} من {from, select, admin {مشرف} manager {مدير} other {محرّر}} إلى {to, select, admin {مشرف} manager {مدير} other {محرّر}}.',
    'user_password-reset': 'أُلغيت كلمة مرور {name} وصدر رابط لتعيين كلمة جديدة.',
    'user_password-set': 'عيّن {name} كلمة مرور جديدة.',
    source_added: 'أُضيف المصدر «{name}».',
    source_edited: 'عُدّل المصدر «{name}».',
    topic_added: 'أُضيف الموضوع «{name}».',
    topic_edited: 'عُدّل الموضوع «{name}».',
    topic_retired: 'سُحب الموضوع «{name}» من الاستعمال.',
    topic_restored: 'أُعيد الموضوع «{name}» إلى الاستعمال.',
    entity_added: 'أُضيف العَلَم «{name}».',
    entity_edited: 'عُدّل العَلَم «{name}».',
    entity_retired: 'سُحب العَلَم «{name}» من الاستعمال.',
    entity_restored: 'أُعيد العَلَم «{name}» إلى الاستعمال.',
    article_moved:
      '{state, select, done {أُنجز} archived {أُرشف} working {صار قيد العمل} other {أُعيد إلى الجديد}} {count, plural, one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    article_assigned:
      'أُسند {count, plural, one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}} إلى {name}.',
    'article_given-back':
      'رُفع الإسناد عن {count, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    tags_decided:
      '{state, select, accepted {قُبل} rejected {رُفض} other {أُعيد إلى المقترح}} {count, plural, one {وسم واحد} two {وسمان} few {# وسوم} many {# وسمًا} other {# وسم}}.',
    tags_accepted:
      'قُبل {count, plural, one {وسم واحد} two {وسمان} few {# وسوم} many {# وسمًا} other {# وسم}} مقترح في {articles, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    tag_added:
      'أُضيف الوسم «{ar}» إلى {articles, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    tag_removed:
      'أُزيل الوسم «{ar}» من {articles, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    other: 'إجراء: {kind}',
  },
  en: {
    title: 'Audit log',
    change_undone: 'An earlier change was undone.',
    user_added: 'Added the account of {name} as {role, select, admin {admin} manager {manager} other {editor}}.',
    user_disabled: 'Disabled the account of {name} and ended its sessions.',
    user_enabled: 'Enabled the account of {name} again.',
    'user_role-changed':
      'Changed the role of {name} from {from, select, admin {admin} manager {manager} other {editor}} to {to, select, admin {admin} manager {manager} other {editor}}.',
    'user_password-reset': 'Cancelled the password of {name} and issued a link to set a new one.',
    'user_password-set': '{name} set a new password.',
    source_added: 'Added the source “{name}”.',
    source_edited: 'Edited the source “{name}”.',
    topic_added: 'Added the topic “{name}”.',
    topic_edited: 'Edited the topic “{name}”.',
    topic_retired: 'Retired the topic “{name}”.',
    topic_restored: 'Brought the topic “{name}” back into use.',
    entity_added: 'Added the entity “{name}”.',
    entity_edited: 'Edited the entity “{name}”.',
    entity_retired: 'Retired the entity “{name}”.',
    entity_restored: 'Brought the entity “{name}” back into use.',
    article_moved:
      '{state, select, done {Done:} archived {Archived} working {In progress:} other {Back to new:}} {count, plural, one {# article} other {# articles}}.',
    article_assigned: 'Assigned {count, plural, one {# article} other {# articles}} to {name}.',
    'article_given-back': 'Took the assignment off {count, plural, one {# article} other {# articles}}.',
    tags_decided:
      '{state, select, accepted {Accepted} rejected {Rejected} other {Made suggestions again:}} {count, plural, one {# tag} other {# tags}}.',
    tags_accepted:
      'Accepted {count, plural, one {# suggested tag} other {# suggested tags}} on {articles, plural, one {# article} other {# articles}}.',
    tag_added: 'Added the tag “{en}” to {articles, plural, one {# article} other {# articles}}.',
    tag_removed: 'Took the tag “{en}” off {articles, plural, one {# article} other {# articles}}.',
    other: 'Change: {kind}',
  },
})

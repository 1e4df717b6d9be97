import { define } from '#lib/i18n/messages/define.ts'

/** A sentence for each kind of audit event, `.` written as `_`. Data of the event fills the places. */
export const audit = define({
  ar: {
    title: 'سجل ما جرى',
    change_undone: 'تراجع عن إجراء سابق.',
    batch_created: 'أُنشئت الدفعة «{name}».',
    batch_undone:
      'أُلغيت الدفعة «{name}» وسُحب {count, plural, zero {منها لا مقال} one {منها مقال واحد} two {منها مقالان} few {منها # مقالات} many {منها # مقالًا} other {منها # مقال}}.',
    batch_restored:
      'أُعيدت الدفعة «{name}» ومعها {count, plural, zero {لا مقال} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    'batch_columns-chosen': 'حُدّدت أعمدة الدفعة «{name}»{remembered, select, true { وحُفظت للملفات المشابهة} other {}}.',
    document_retried:
      'تُعاد قراءة {count, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} من الدفعة «{name}».',
    user_added: 'أُضيف حساب {name} بدور {role, select, admin {مشرف} manager {مدير} other {محرّر}}.',
    user_disabled: 'عُطّل حساب {name} وأُنهيت جلساته.',
    user_enabled: 'أُعيد فتح حساب {name}.',
    'user_role-changed':
      'تغيّر دور {name} من {from, select, admin {مشرف} manager {مدير} other {محرّر}} إلى {to, select, admin {مشرف} manager {مدير} other {محرّر}}.',
    'user_password-reset': 'أُلغيت كلمة مرور {name} وصدر رابط لتعيين كلمة جديدة.',
    'user_password-set': 'عيّن {name} كلمة مرور جديدة.',
    token_created: 'أُنشئ رمز الواجهة «{name}».',
    token_revoked: 'أُبطل رمز الواجهة «{name}»، ولا يُقبل بعد الآن.',
    source_added: 'أُضيف المصدر «{name}».',
    source_edited: 'عُدّل المصدر «{name}».',
    feed_added: 'أُضيفت الخلاصة {address}، وتُطلب أخبارها الآن.',
    feed_removed: 'حُذفت الخلاصة {address}، وبقي ما وصل منها.',
    feed_paused: 'أُوقفت الخلاصة {address} مؤقتًا.',
    feed_resumed: 'استؤنفت الخلاصة {address}.',
    feed_gone: 'أُوقفت الخلاصة {address}: يقول الموقع إنها أُزيلت نهائيًا.',
    feed_moved: 'انتقلت الخلاصة من {from} إلى {to}.',
    feed_imported:
      'أُضيفت {feeds, plural, one {خلاصة واحدة} two {خلاصتان} few {# خلاصات} many {# خلاصة} other {# خلاصة}}{sources, plural, zero {} one {، ومعها مصدر جديد} two {، ومعها مصدران جديدان} few {، ومعها # مصادر جديدة} many {، ومعها # مصدرًا جديدًا} other {، ومعها # مصدر جديد}}.',
    watch_added: 'بدأ الرصد «{name}».',
    watch_edited: 'عُدّل الرصد «{name}».',
    watch_paused: 'أُوقف الرصد «{name}».',
    watch_resumed: 'استُؤنف الرصد «{name}».',
    watch_deleted: 'حُذف الرصد «{name}».',
    'watch_brought-back': 'أُعيد الرصد «{name}».',
    'watch_secrets-replaced': 'استُبدل عنوان خلاصة الرصد «{name}» ومفتاحه؛ لم يعد القديمان يعملان.',
    rule_added: 'كُتبت القاعدة «{name}».',
    rule_edited: 'عُدّلت القاعدة «{name}».',
    rule_paused: 'أُوقفت القاعدة «{name}».',
    rule_resumed: 'استُؤنفت القاعدة «{name}».',
    rule_deleted: 'حُذفت القاعدة «{name}».',
    'rule_brought-back': 'أُعيدت القاعدة «{name}».',
    rule_flagged:
      'رفعت القاعدة «{name}» تنبيهًا على {count, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    bulk_done:
      '{command, select, accept {قُبلت الوسوم الأكيدة} add-tag {أُضيف الوسم} assign {أُسندت المقالات} apply-rule {طُبّقت القاعدة} other {نُقلت المقالات}} في كل ما طابق البحث: تغيّر {changed, number} من {total, number}.',
    bulk_stopped: 'توقف العمل على كل ما طابق البحث: تغيّر {changed, number} من {total, number}.',
    topic_added: 'أُضيف الموضوع «{name}».',
    topic_edited: 'عُدّل الموضوع «{name}».',
    topic_merged: 'ضُم الموضوع «{name}» إلى «{into}».',
    topic_retired: 'سُحب الموضوع «{name}» من الاستعمال.',
    topic_restored: 'أُعيد الموضوع «{name}» إلى الاستعمال.',
    entity_added: 'أُضيف العَلَم «{name}».',
    entity_edited: 'عُدّل العَلَم «{name}».',
    entity_merged: 'ضُم العَلَم «{name}» إلى «{into}»: هما واحد.',
    'entity_merged-away': 'صار العَلَم «{name}» جزءًا من «{into}».',
    entity_retired: 'سُحب العَلَم «{name}» من الاستعمال.',
    entity_restored: 'أُعيد العَلَم «{name}» إلى الاستعمال.',
    'entity_relation-set':
      'سُجّلت علاقة للعَلَم «{name}»: {kind, select, partOf {جزء من «{ar}»} other {«{office}» في «{ar}»}}.',
    'entity_relation-removed':
      'أُزيلت علاقة عن العَلَم «{name}»: {kind, select, partOf {جزء من «{ar}»} other {«{office}» في «{ar}»}}.',
    name_added:
      'أُضيف «{name}» إلى الأعلام{articles, plural, zero {} one {، واقتُرح وسمًا لمقال واحد} two {، واقتُرح وسمًا لمقالين} few {، واقتُرح وسمًا لـ# مقالات} many {، واقتُرح وسمًا لـ# مقالًا} other {، واقتُرح وسمًا لـ# مقال}}.',
    name_merged:
      'صار «{name}» رسمًا للعَلَم «{into}»{articles, plural, zero {} one {، واقتُرح وسمًا لمقال واحد} two {، واقتُرح وسمًا لمقالين} few {، واقتُرح وسمًا لـ# مقالات} many {، واقتُرح وسمًا لـ# مقالًا} other {، واقتُرح وسمًا لـ# مقال}}.',
    name_ignored: 'تُرك الاسم «{name}»، ولن يُسأل عنه ثانية.',
    article_moved:
      '{state, select, done {أُنجز} archived {أُرشف} working {صار قيد العمل} other {أُعيد إلى الجديد}} {count, plural, one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    article_assigned:
      'أُسند {count, plural, one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}} إلى {name}.',
    'article_due-set':
      'حُدّد {due} موعدًا لإنجاز {count, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    'article_due-cleared':
      'أُزيل الموعد عن {count, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    'article_given-back':
      'رُفع الإسناد عن {count, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    tags_decided:
      '{state, select, accepted {قُبل} rejected {رُفض} other {أُعيد إلى المقترح}} {count, plural, one {وسم واحد} two {وسمان} few {# وسوم} many {# وسمًا} other {# وسم}}.',
    tags_accepted:
      'قُبل {count, plural, one {وسم مقترح واحد} two {وسمان مقترحان} few {# وسوم مقترحة} many {# وسمًا مقترحًا} other {# وسم مقترح}} في {articles, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    tag_added:
      'أُضيف الوسم «{ar}» إلى {articles, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    tag_removed:
      'أُزيل الوسم «{ar}» من {articles, plural, one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}.',
    'article_field-edited':
      '{field, select, publishedAt {صُحّح تاريخ النشر} source {صُحّح المصدر} byline {صُحّح الكاتب} agency {صُحّحت الوكالة} language {صُحّحت لغة النص} other {صُحّح حقل}}: «{to}».',
    article_reread: 'قُرئ المقال من جديد، {text, select, yes {فتغيّر نصه وحُفظ السابق} other {فتغيّر ما استُخرج منه}}.',
    reread_done:
      'قُرئ {articles, plural, zero {لا شيء} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}} من جديد، {changed, plural, zero {ولم يتغيّر شيء} one {وتغيّر واحد} two {وتغيّر اثنان} few {وتغيّرت #} many {وتغيّر #} other {وتغيّر #}}.',
    reread_stopped:
      'توقّفت القراءة من جديد قبل تمامها بعد {articles, plural, zero {لا شيء} one {مقال واحد} two {مقالين} few {# مقالات} many {# مقالًا} other {# مقال}}، {changed, plural, zero {ولم يتغيّر شيء} one {وتغيّر واحد} two {وتغيّر اثنان} few {وتغيّرت #} many {وتغيّر #} other {وتغيّر #}}.',
    'article_text-edited':
      '{fields, select, title {صُحّح العنوان، وحُفظ السابق.} text {صُحّح النص، وحُفظ السابق.} other {صُحّح العنوان والنص، وحُفظ السابقان.}}',
    flag_dismissed: 'نُحّي تنبيه عن المقال.',
    flag_restored: 'أُعيد تنبيه إلى المقال.',
    annotation_created: '{kind, select, comment {أُضيف تعليق على} other {ظُلّل}} «{quote}».',
    annotation_replied: 'أُضيف رد على «{quote}».',
    annotation_resolved: 'أُغلقت الملاحظة على «{quote}».',
    annotation_reopened: 'أُعيد فتح الملاحظة على «{quote}».',
    annotation_deleted: 'حُذفت الملاحظة على «{quote}».',
    annotation_imported:
      '{count, plural, one {استُوردت ملاحظة واحدة} two {استُوردت ملاحظتان} few {استُوردت # ملاحظات} many {استُوردت # ملاحظة} other {استُوردت # ملاحظة}}{unplaced, plural, =0 {} one {، واحدة منها بلا موضع} two {، اثنتان منها بلا موضع} few {، # منها بلا موضع} many {، # منها بلا موضع} other {، # منها بلا موضع}}.',
    label_added: 'أُضيفت التسمية «{nameAr}».',
    label_edited: 'عُدّلت التسمية «{nameAr}».',
    label_retired: 'سُحبت التسمية «{nameAr}» من الاستعمال.',
    label_restored: 'أُعيدت التسمية «{nameAr}» إلى الاستعمال.',
    duplicate_joined:
      '{count, plural, zero {لم تُجمع نسخ} one {جُمعت نسخة واحدة} two {جُمعت نسختان على أنهما نص واحد} few {جُمعت # نسخ على أنها نص واحد} many {جُمعت # نسخة على أنها نص واحد} other {جُمعت # نسخة على أنها نص واحد}}.',
    duplicate_parted: 'فُصل المقال عن نسخه: ليست النص نفسه.',
    'duplicate_primary-set': 'اختير المقال نسخةً أولى.',
    duplicate_judged: '{same, select, yes {أُكّد أن المقالين نص واحد.} other {قيل إن المقالين نصان مختلفان، ولن يُجمعا.}}',
    story_judged:
      '{same, select, yes {أُكّد أن المقالين عن حدث واحد.} other {قيل إن المقالين عن حدثين مختلفين، ولن يُجمعا.}}',
    story_merged:
      '{count, plural, zero {لم تُدمج قصص} one {دُمجت قصة في هذه القصة} two {دُمجت قصتان في هذه القصة} few {دُمجت # قصص في هذه القصة} many {دُمجت # قصة في هذه القصة} other {دُمجت # قصة في هذه القصة}}.',
    story_split:
      '{count, plural, zero {لم تُفصل مقالات} one {فُصل مقال في قصة مستقلة} two {فُصل مقالان في قصة مستقلة} few {فُصلت # مقالات في قصة مستقلة} many {فُصل # مقالًا في قصة مستقلة} other {فُصل # مقال في قصة مستقلة}}.',
    'story_article-moved':
      '{count, plural, zero {لم تُنقل مقالات} one {نُقل مقال إلى قصة أخرى} two {نُقل مقالان إلى قصة أخرى} few {نُقلت # مقالات إلى قصة أخرى} many {نُقل # مقالًا إلى قصة أخرى} other {نُقل # مقال إلى قصة أخرى}}.',
    story_remerged:
      '{count, plural, zero {لم يُضَمّ شيء} one {ضُمّ إليها مقال من قصة أخرى عن الحدث نفسه} two {ضُمّ إليها مقالان من قصة أخرى عن الحدث نفسه} few {ضُمّت إليها # مقالات من قصة أخرى عن الحدث نفسه} many {ضُمّ إليها # مقالًا من قصة أخرى عن الحدث نفسه} other {ضُمّ إليها # مقال من قصة أخرى عن الحدث نفسه}} في المراجعة الليلية.',
    story_renamed: 'عُدّل عنوان القصة أو ملخصها.',
    story_locked: 'أُقفلت القصة: لا ينضم إليها جديد إلا بيد محرّر.',
    story_unlocked: 'فُتح قفل القصة.',
    other: 'إجراء: {kind}',
  },
  en: {
    title: 'Audit log',
    change_undone: 'An earlier change was undone.',
    batch_created: 'The batch “{name}” was created.',
    batch_undone: 'The batch “{name}” was undone: {count, plural, one {# article} other {# articles}} withdrawn.',
    batch_restored: 'The batch “{name}” was restored with {count, plural, one {# article} other {# articles}}.',
    'batch_columns-chosen':
      'Chose the columns of the batch “{name}”{remembered, select, true { and remembered them for files like these} other {}}.',
    document_retried: '{count, plural, one {# item} other {# items}} of the batch “{name}” will be read again.',
    user_added: 'Added the account of {name} as {role, select, admin {admin} manager {manager} other {editor}}.',
    user_disabled: 'Disabled the account of {name} and ended its sessions.',
    user_enabled: 'Enabled the account of {name} again.',
    'user_role-changed':
      'Changed the role of {name} from {from, select, admin {admin} manager {manager} other {editor}} to {to, select, admin {admin} manager {manager} other {editor}}.',
    'user_password-reset': 'Cancelled the password of {name} and issued a link to set a new one.',
    'user_password-set': '{name} set a new password.',
    token_created: 'Made the API token “{name}”.',
    token_revoked: 'Revoked the API token “{name}”; it is not accepted any more.',
    source_added: 'Added the source “{name}”.',
    source_edited: 'Edited the source “{name}”.',
    feed_added: 'Added the feed {address}; it is being asked for its news.',
    feed_removed: 'Removed the feed {address}; what came from it stays.',
    feed_paused: 'Paused the feed {address}.',
    feed_resumed: 'Resumed the feed {address}.',
    feed_gone: 'Paused the feed {address}: its site says that it is gone for good.',
    feed_moved: 'The feed moved from {from} to {to}.',
    feed_imported:
      'Added {feeds, plural, one {# feed} other {# feeds}}{sources, plural, =0 {} one { and # new source} other { and # new sources}}.',
    watch_added: 'Started the watch “{name}”.',
    watch_edited: 'Edited the watch “{name}”.',
    watch_paused: 'Paused the watch “{name}”.',
    watch_resumed: 'Resumed the watch “{name}”.',
    watch_deleted: 'Deleted the watch “{name}”.',
    'watch_brought-back': 'Brought back the watch “{name}”.',
    'watch_secrets-replaced':
      'Replaced the feed address and the key of the watch “{name}”; the old ones no longer work.',
    rule_added: 'Wrote the rule “{name}”.',
    rule_edited: 'Edited the rule “{name}”.',
    rule_paused: 'Paused the rule “{name}”.',
    rule_resumed: 'Resumed the rule “{name}”.',
    rule_deleted: 'Deleted the rule “{name}”.',
    'rule_brought-back': 'Brought back the rule “{name}”.',
    rule_flagged: 'The rule “{name}” flagged {count, plural, one {# article} other {# articles}}.',
    bulk_done:
      '{command, select, accept {Accepted the sure tags} add-tag {Added the tag} assign {Assigned the articles} apply-rule {Applied the rule} other {Moved the articles}} in all that matched: {changed, number} of {total, number} changed.',
    bulk_stopped: 'The work on all that matched was stopped: {changed, number} of {total, number} changed.',
    topic_added: 'Added the topic “{name}”.',
    topic_edited: 'Edited the topic “{name}”.',
    topic_merged: 'Merged the topic “{name}” into “{into}”.',
    topic_retired: 'Retired the topic “{name}”.',
    topic_restored: 'Brought the topic “{name}” back into use.',
    entity_added: 'Added the entity “{name}”.',
    entity_edited: 'Edited the entity “{name}”.',
    entity_merged: 'Merged the entity “{name}” into “{into}”: they are one.',
    'entity_merged-away': 'The entity “{name}” became part of “{into}”.',
    entity_retired: 'Retired the entity “{name}”.',
    entity_restored: 'Brought the entity “{name}” back into use.',
    'entity_relation-set':
      'Recorded a relation of “{name}”: {kind, select, partOf {part of “{en}”} other {“{office}” in “{en}”}}.',
    'entity_relation-removed':
      'Took a relation off “{name}”: {kind, select, partOf {part of “{en}”} other {“{office}” in “{en}”}}.',
    name_added:
      'Added “{name}” to the entities{articles, plural, =0 {} one {, suggested for # article} other {, suggested for # articles}}.',
    name_merged:
      '“{name}” is now a spelling of “{into}”{articles, plural, =0 {} one {, suggested for # article} other {, suggested for # articles}}.',
    name_ignored: 'Left the name “{name}” alone; it is not asked about again.',
    article_moved:
      '{state, select, done {Done:} archived {Archived} working {In progress:} other {Back to new:}} {count, plural, one {# article} other {# articles}}.',
    article_assigned: 'Assigned {count, plural, one {# article} other {# articles}} to {name}.',
    'article_due-set': '{count, plural, one {# article is} other {# articles are}} due {due}.',
    'article_due-cleared': 'Took the due time off {count, plural, one {# article} other {# articles}}.',
    'article_given-back': 'Took the assignment off {count, plural, one {# article} other {# articles}}.',
    tags_decided:
      '{state, select, accepted {Accepted} rejected {Rejected} other {Made suggestions again:}} {count, plural, one {# tag} other {# tags}}.',
    tags_accepted:
      'Accepted {count, plural, one {# suggested tag} other {# suggested tags}} on {articles, plural, one {# article} other {# articles}}.',
    tag_added: 'Added the tag “{en}” to {articles, plural, one {# article} other {# articles}}.',
    tag_removed: 'Took the tag “{en}” off {articles, plural, one {# article} other {# articles}}.',
    'article_field-edited':
      '{field, select, publishedAt {Corrected the date} source {Corrected the source} byline {Corrected the byline} agency {Corrected the agency} language {Corrected the language} other {Corrected a field}}: “{to}”.',
    article_reread:
      'The article was read again: {text, select, yes {its text changed, the earlier one is kept} other {what was read out of it changed}}.',
    reread_done:
      'Read {articles, plural, one {# article} other {# articles}} again: {changed, plural, =0 {nothing changed} other {# changed}}.',
    reread_stopped:
      'Reading again stopped before its end, after {articles, plural, one {# article} other {# articles}}: {changed, plural, =0 {nothing changed} other {# changed}}.',
    'article_text-edited':
      '{fields, select, title {Corrected the title; the earlier one is kept.} text {Corrected the text; the earlier one is kept.} other {Corrected title and text; the earlier ones are kept.}}',
    flag_dismissed: 'Dismissed a flag of the article.',
    flag_restored: 'Brought a flag of the article back.',
    annotation_created: '{kind, select, comment {Commented on} other {Highlighted}} “{quote}”.',
    annotation_replied: 'Replied to the note on “{quote}”.',
    annotation_resolved: 'Resolved the note on “{quote}”.',
    annotation_reopened: 'Reopened the note on “{quote}”.',
    annotation_deleted: 'Deleted the note on “{quote}”.',
    annotation_imported:
      'Imported {count, plural, one {one note} other {# notes}}{unplaced, plural, =0 {} one {, one of them unplaced} other {, # of them unplaced}}.',
    label_added: 'Added the label “{nameEn}”.',
    label_edited: 'Edited the label “{nameEn}”.',
    label_retired: 'Retired the label “{nameEn}”.',
    label_restored: 'Restored the label “{nameEn}”.',
    duplicate_joined: '{count, plural, one {Put # copy together} other {Put # copies together as one text}}.',
    duplicate_parted: 'Parted the article from its copies: not the same text.',
    'duplicate_primary-set': 'Chose the article as the primary copy.',
    duplicate_judged:
      '{same, select, yes {Confirmed that the two articles are one text.} other {Said that the two articles are different texts; they stay apart.}}',
    story_judged:
      '{same, select, yes {Confirmed that the two articles are about one event.} other {Said that the two articles are about different events; they stay apart.}}',
    story_merged: '{count, plural, one {Merged # story into this one} other {Merged # stories into this one}}.',
    story_split:
      '{count, plural, one {Split # article off into a story of its own} other {Split # articles off into a story of their own}}.',
    'story_article-moved':
      '{count, plural, one {Moved # article to another story} other {Moved # articles to another story}}.',
    story_remerged:
      '{count, plural, one {The nightly pass added # article of another story of the same event} other {The nightly pass added # articles of another story of the same event}}.',
    story_renamed: 'Edited the title or summary of the story.',
    story_locked: 'Locked the story: only an editor adds to it.',
    story_unlocked: 'Unlocked the story.',
    other: 'Change: {kind}',
  },
})

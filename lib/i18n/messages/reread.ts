import { define } from '#lib/i18n/messages/define.ts'
import { FIELD_NAMES } from '#lib/i18n/messages/field-names.ts'

/** Reading what is here again: what would change, and the run that changes it. */
export const reread = define({
  ar: {
    title: 'قراءة من جديد',
    link: 'اقرأ من جديد…',
    hint: 'تُقرأ المستندات الأصلية بقواعد اليوم ومعجمه، ويُعرض ما يتغيّر قبل أن يُكتب شيء. ما حدّده شخص لا يُمسّ، والنص السابق يُحفظ.',
    looking: 'تُقرأ المستندات للمعاينة…',
    empty: 'لا مقالات هنا لتُقرأ من جديد.',
    found:
      '{changed, plural, zero {لا يتغيّر شيء} one {يتغيّر مقال واحد} two {يتغيّر مقالان} few {تتغيّر # مقالات} many {يتغيّر # مقالًا} other {يتغيّر # مقال}} من أصل {articles, number}',
    part: 'قُرئت للمعاينة أول {articles, number} من {all, number}؛ يشمل التطبيق كلها.',
    unreadable:
      '{count, plural, one {تعذّرت قراءة مستند واحد، ويبقى مقاله كما هو.} two {تعذّرت قراءة مستندين، ويبقى مقالاهما كما هما.} few {تعذّرت قراءة # مستندات، وتبقى مقالاتها كما هي.} many {تعذّرت قراءة # مستندًا، وتبقى مقالاتها كما هي.} other {تعذّرت قراءة # مستند، وتبقى مقالاتها كما هي.}}',
    apply: 'طبّق على {all, plural, one {المقال} two {المقالين} few {# مقالات} many {# مقالًا} other {# مقال}}',
    applyHint: 'يجري في الخلفية، ويمكن التراجع عنه كله.',
    list: 'ما يتغيّر',
    more: '{count, plural, one {ومقال آخر} two {ومقالان آخران} few {و# مقالات أخرى} many {و# مقالًا آخر} other {و# مقال آخر}}',
    words:
      'النص: {added, plural, zero {لم تُضف كلمة} one {أُضيفت كلمة} two {أُضيفت كلمتان} few {أُضيفت # كلمات} many {أُضيفت # كلمة} other {أُضيفت # كلمة}}، {removed, plural, zero {ولم تُحذف كلمة} one {وحُذفت كلمة} two {وحُذفت كلمتان} few {وحُذفت # كلمات} many {وحُذفت # كلمة} other {وحُذفت # كلمة}}',
    before: 'قبل',
    after: 'بعد',
    raised: 'تنبيه جديد: {flag}',
    lowered: 'يزول: {flag}',
    tagsAdded:
      '{count, plural, one {وسم مقترح جديد} two {وسمان مقترحان جديدان} few {# وسوم مقترحة جديدة} many {# وسمًا مقترحًا جديدًا} other {# وسم مقترح جديد}}',
    tagsRemoved:
      '{count, plural, one {يُسحب وسم مقترح} two {يُسحب وسمان مقترحان} few {تُسحب # وسوم مقترحة} many {يُسحب # وسمًا مقترحًا} other {يُسحب # وسم مقترح}}',
    changed:
      '{changed, plural, zero {لم يتغيّر أي مقال} one {تغيّر مقال واحد} two {تغيّر مقالان} few {تغيّرت # مقالات} many {تغيّر # مقالًا} other {تغيّر # مقال}}',
    soFar:
      'حتى الآن: {changed, plural, zero {لم يتغيّر أي مقال} one {تغيّر مقال واحد} two {تغيّر مقالان} few {تغيّرت # مقالات} many {تغيّر # مقالًا} other {تغيّر # مقال}}',
    state: {
      running: 'تجري القراءة…',
      done: 'تمّت القراءة من جديد',
      stopped: 'توقّفت القراءة قبل تمامها',
      undone: 'يُتراجع عمّا تغيّر',
    },
    undo: 'تراجع عن كل ما تغيّر',
    undoHint: 'يجري في الخلفية؛ وما صُحّح بعد ذلك يبقى كما هو.',
    what: {
      ...FIELD_NAMES.ar,
      text: 'النص',
      blocks: 'تقسيم الفقرات',
      address: 'عنوان الصفحة',
      flags: 'التنبيهات',
      tags: 'الوسوم المقترحة',
      reasons: 'التعليل وحده',
    },
  },
  en: {
    title: 'Read again',
    link: 'Read again…',
    hint: 'The original documents are read with the rules and the vocabulary of today, and what would change is shown before anything is written. What a person has set is not touched, and an earlier text is kept.',
    looking: 'Reading the documents for a look…',
    empty: 'There are no articles here to read again.',
    found:
      '{changed, plural, =0 {Nothing changes in {articles, plural, one {# article} other {# articles}}} one {# of {articles, plural, one {# article} other {# articles}} changes} other {# of {articles, plural, one {# article} other {# articles}} change}}',
    part: 'The first {articles, number} of {all, number} were read for this look; applying reads them all.',
    unreadable:
      '{count, plural, one {# document could not be read; its article stays as it is.} other {# documents could not be read; their articles stay as they are.}}',
    apply: 'Apply to {all, plural, one {# article} other {# articles}}',
    applyHint: 'Runs in the background, and can be taken back as a whole.',
    list: 'What changes',
    more: '{count, plural, one {and # more} other {and # more}}',
    words:
      'Text: {added, plural, one {# word added} other {# words added}}, {removed, plural, one {# removed} other {# removed}}',
    before: 'before',
    after: 'after',
    raised: 'New flag: {flag}',
    lowered: 'No longer: {flag}',
    tagsAdded: '{count, plural, one {# new suggested tag} other {# new suggested tags}}',
    tagsRemoved: '{count, plural, one {# suggested tag withdrawn} other {# suggested tags withdrawn}}',
    changed:
      '{changed, plural, =0 {No article has changed} one {# article has changed} other {# articles have changed}}',
    soFar:
      'So far: {changed, plural, =0 {nothing has changed} one {# article has changed} other {# articles have changed}}',
    state: { running: 'Reading…', done: 'Read again', stopped: 'Reading stopped before its end', undone: 'Taken back' },
    undo: 'Take all of it back',
    undoHint: 'Runs in the background; what was corrected since stays as it is.',
    what: {
      ...FIELD_NAMES.en,
      text: 'Text',
      blocks: 'Division into paragraphs',
      address: 'Address',
      flags: 'Flags',
      tags: 'Suggested tags',
      reasons: 'Only the reasons',
    },
  },
})

import { define } from '#lib/i18n/messages/define.ts'

/** A command for all articles that match. */
export const bulk = define({
  ar: {
    title: 'العمل على كل ما يطابق',
    back: 'إلى القائمة',
    matching:
      'كل ما يطابق، في كل الصفحات ({count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}})',
    matchingMany: 'كل ما يطابق، في كل الصفحات (أكثر من {count})',
    soFar: '{done, number} من {total, number}',
    changed:
      '{changed, plural, zero {لم يتغيّر أي مقال} one {تغيّر مقال واحد} two {تغيّر مقالان} few {تغيّرت # مقالات} many {تغيّر # مقالًا} other {تغيّر # مقال}} من أصل {total, number}. ما كان على هذه الحال تُرك كما هو.',
    state: {
      waiting: 'بانتظار دوره…',
      running: 'يجري العمل…',
      done: 'تمّ',
      failed: 'توقّف بسبب عطل. أعده من القائمة، أو تراجع عمّا تغيّر.',
      undoing: 'يُتراجع عمّا تغيّر…',
      undone: 'تمّ التراجع',
    },
    stop: 'أوقفه هنا',
    stopHint: 'ما تغيّر يبقى، ويمكن التراجع عنه.',
    undo: 'تراجع عن كل ما تغيّر',
    undoHint: 'يجري في الخلفية؛ وما قُرّر بعد ذلك يبقى كما هو.',
  },
  en: {
    title: 'Work on all that match',
    back: 'To the list',
    matching: 'All that match, on every page ({count, plural, =0 {no articles} one {# article} other {# articles}})',
    matchingMany: 'All that match, on every page (more than {count})',
    soFar: '{done, number} of {total, number}',
    changed:
      '{changed, plural, =0 {No article} one {# article} other {# articles}} of {total, number} changed. What was so already was left alone.',
    state: {
      waiting: 'Waiting for its turn…',
      running: 'Working…',
      done: 'Done',
      failed: 'Stopped by a fault. Start it again from the list, or undo what has changed.',
      undoing: 'Taking back what has changed…',
      undone: 'Undone',
    },
    stop: 'Stop here',
    stopHint: 'What has changed stays, and can be undone.',
    undo: 'Undo all that changed',
    undoHint: 'It runs in the background; what was decided since stays as it is.',
  },
})

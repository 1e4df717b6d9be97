import type { I18n } from '#lib/i18n/i18n.ts'

/** The words of the choice between two versions, which runs in the browser and is given them. */
export const conflictWords = (t: I18n['t']) => ({
  title: t('triage.conflict.title'),
  // The name is filled in by the browser, when somebody was quicker.
  by: t.raw('triage.conflict.by'),
  byNobody: t('triage.conflict.byNobody'),
  theirs: t('triage.conflict.theirs'),
  mine: t('triage.conflict.mine'),
  together: t('triage.conflict.together'),
  empty: t('triage.conflict.empty'),
  keepTheirs: t('triage.conflict.keepTheirs'),
  useMine: t('triage.conflict.useMine'),
  saveTogether: t('triage.conflict.saveTogether'),
  later: t('triage.conflict.later'),
})
export type ConflictWords = ReturnType<typeof conflictWords>

import { define } from '#lib/i18n/messages/define.ts'

/** A sentence for each kind of audit event, `.` written as `_`. Data of the event fills the places. */
export const audit = define({
  ar: {
    title: 'سجل ما جرى',
    change_undone: 'تراجع عن إجراء سابق.',
    other: 'إجراء: {kind}',
  },
  en: {
    title: 'Audit log',
    change_undone: 'An earlier change was undone.',
    other: 'Change: {kind}',
  },
})

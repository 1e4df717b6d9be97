import { define } from '#lib/i18n/messages/define.ts'

/** One sentence, and what to do, for each key of lib/core/errors.ts. */
export const errors = define({
  ar: {
    notFound: 'هذا العنصر غير موجود أو حُذف. ارجع إلى القائمة وافتحه من جديد.',
    forbidden: 'دورك لا يسمح بهذا الإجراء. اطلبه من مشرف.',
    signedOut: 'انتهت جلستك. سجّل الدخول ثم أعد المحاولة.',
    invalid: 'بعض ما أُدخل غير صالح. راجع الحقول ثم أعد المحاولة.',
    conflict: 'غيّر شخص آخر هذا العنصر قبلك. حدّث الصفحة ثم أعد المحاولة.',
    tooMany: 'محاولات كثيرة. انتظر ربع ساعة ثم أعد المحاولة.',
    tooLarge: 'الملف أكبر من الحد المسموح. قسّمه ثم أعد المحاولة.',
    nothingToUndo: 'لا يمكن التراجع عن هذا الآن.',
    lastAdmin: 'هذا آخر مشرف. عيّن مشرفًا آخر أولًا.',
    emailTaken: 'يوجد حساب بهذا البريد.',
    linkExpired: 'انتهت صلاحية الرابط أو استُعمل. اطلب رابطًا جديدًا من المشرف.',
    weakPassword: 'كلمة المرور قصيرة: ١٢ حرفًا على الأقل.',
    batchBusy: 'الدفعة ما زالت تُقرأ. انتظر انتهاءها.',
    storyLocked: 'القصة مقفلة. افتح القفل أولًا.',
    internal: 'حدث خطأ لدينا وسُجّل. أعد المحاولة، وإن تكرر أخبر المشرف.',
  },
  en: {
    notFound: 'This item does not exist or was removed. Go back to the list and open it again.',
    forbidden: 'Your role does not allow this. Ask an admin for it.',
    signedOut: 'Your session has ended. Sign in and try again.',
    invalid: 'Something that was entered is not valid. Check the fields and try again.',
    conflict: 'Somebody else changed this before you. Reload the page and try again.',
    tooMany: 'Too many attempts. Wait a quarter of an hour and try again.',
    tooLarge: 'The file is larger than allowed. Split it and try again.',
    nothingToUndo: 'This cannot be undone now.',
    lastAdmin: 'This is the last admin. Make somebody else admin first.',
    emailTaken: 'There is an account with this email address.',
    linkExpired: 'The link has expired or was used. Ask an admin for a new one.',
    weakPassword: 'The password is short: 12 characters at least.',
    batchBusy: 'The batch is still being read. Wait until it is done.',
    storyLocked: 'The story is locked. Unlock it first.',
    internal: 'Something went wrong here and was logged. Try again; if it happens again, tell an admin.',
  },
})

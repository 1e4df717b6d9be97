import { define } from '#lib/i18n/messages/define.ts'

export const account = define({
  ar: {
    title: 'حسابي',
    details: 'بياناتي',
    detailsHint: 'يغيّر الاسم والدور مشرف.',
    changePassword: 'تغيير كلمة المرور',
    old: 'كلمة المرور الحالية',
    new: 'كلمة المرور الجديدة',
    hint: '12 حرفًا على الأقل، وغير بريدك.',
    change: 'غيّرها',
    after: 'تنتهي كل جلساتك، ثم تدخل بكلمة المرور الجديدة.',
    welcome: 'أهلًا بك في مرقاب',
    welcomeHint: 'اختر كلمة مرور لحسابك، ثم سجّل الدخول بها.',
    set: 'عيّن كلمة المرور',
    toSignIn: 'إلى تسجيل الدخول',
  },
  en: {
    title: 'My account',
    details: 'My details',
    detailsHint: 'An admin changes the name and the role.',
    changePassword: 'Change the password',
    old: 'Current password',
    new: 'New password',
    hint: '12 characters at least, and not your email address.',
    change: 'Change it',
    after: 'All your sessions end; then you sign in with the new password.',
    welcome: 'Welcome to Mirqab',
    welcomeHint: 'Choose a password for your account, then sign in with it.',
    set: 'Set the password',
    toSignIn: 'To sign-in',
  },
})

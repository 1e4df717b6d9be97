import { define } from '#lib/i18n/messages/define.ts'

export const signIn = define({
  ar: {
    title: 'تسجيل الدخول',
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    submit: 'دخول',
    wrong: 'البريد أو كلمة المرور غير صحيحة. تحقّق منهما ثم أعد المحاولة.',
    offline: 'تعذّر الوصول إلى الخادم. تحقّق من الاتصال ثم أعد المحاولة.',
    forgot: 'نسيت كلمة المرور؟ يعطيك المشرف رابطًا لتعيين كلمة جديدة.',
    refusedTitle: 'هذه الصفحة ليست لدورك',
    refused: 'دورك «{role}» لا يفتح هذه الصفحة. اطلب الصلاحية من مشرف، أو عُد إلى المكتب.',
    back: 'إلى المكتب',
  },
  en: {
    title: 'Sign in',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'The email or the password is not right. Check both and try again.',
    offline: 'The server could not be reached. Check the connection and try again.',
    forgot: 'Forgot your password? An admin can give you a link to set a new one.',
    refusedTitle: 'This page is not for your role',
    refused: 'The role “{role}” does not open this page. Ask an admin for the right, or go back to the desk.',
    back: 'To the desk',
  },
})

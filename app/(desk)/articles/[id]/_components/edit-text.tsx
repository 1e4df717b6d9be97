import Link from 'next/link'
import { editTextAction } from '#app/(desk)/articles/actions.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { controlClass, Field, Input } from '#components/ui/field.tsx'
import { KeepForm } from '#components/ui/keep-form.tsx'
import type { ArticleView } from '#lib/articles/get-article.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { directionOf } from '#lib/text/direction.ts'

/** Headline and text as a form; it carries the revision, so that a colleague's correction is never overwritten. */
export function EditText({ article, back, i18n: { t } }: { article: ArticleView; back: string; i18n: I18n }) {
  const own = { lang: article.language === 'und' ? undefined : article.language, dir: directionOf(article.language) }
  return (
    <KeepForm action={editTextAction} className="max-w-[44rem] space-y-3">
      <input type="hidden" name="articleId" value={article.id} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="revision" value={article.revision} />
      <Field label={t('article.title')}>
        <Input name="title" defaultValue={article.title ?? ''} {...own} />
      </Field>
      <Field label={t('article.body')} hint={t('article.keptEarlier')}>
        <textarea
          name="text"
          required
          rows={24}
          defaultValue={article.text}
          {...own}
          className={`${controlClass} read py-2`}
        />
      </Field>
      <div className="flex gap-2">
        <Button look="primary">{t('common.save')}</Button>
        <Link href={back} className={buttonClass()}>
          {t('common.cancel')}
        </Link>
      </div>
    </KeepForm>
  )
}

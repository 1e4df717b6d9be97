import Link from 'next/link'
import { editTextAsking } from '#app/(desk)/articles/actions.ts'
import type { ConflictWords } from '#components/article/conflict-words.ts'
import { EditForm } from '#components/article/edit-form.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { controlClass, Field, Input } from '#components/ui/field.tsx'
import type { ArticleView } from '#lib/articles/get-article.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { directionOf } from '#lib/text/direction.ts'

type Props = { article: ArticleView; back: string; conflict: ConflictWords; i18n: I18n }

/** Headline and text as a form; it carries the revision, so that a colleague's correction is never overwritten. */
export function EditText({ article, back, conflict, i18n: { t } }: Props) {
  const own = { lang: article.language === 'und' ? undefined : article.language, dir: directionOf(article.language) }
  return (
    <EditForm
      action={editTextAsking}
      names={{ title: t('article.title'), text: t('article.body') }}
      words={conflict}
      isWriting
      className="max-w-[44rem] space-y-3"
    >
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
    </EditForm>
  )
}

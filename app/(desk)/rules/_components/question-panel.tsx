import Link from 'next/link'
import { completionWords } from '#app/(desk)/desk/_components/completion-words.ts'
import { SearchInput } from '#app/(desk)/desk/_components/search-input.tsx'
import { WouldMatch } from '#app/(desk)/rules/_components/would-match.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Panel } from '#components/ui/page.tsx'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { Question } from '#lib/rules/question.ts'

type Props = { title: string; path: string; question: Question }

/** What a rule or a watch asks for: typed as in the desk's search, said in a sentence, tried on the archive. */
export async function QuestionPanel({ title, path, question }: Props) {
  const i18n = await requestI18n()
  const { t, dir } = i18n
  const { typed, sentence, isUnderstood } = question
  return (
    <Panel title={title}>
      <search>
        <form action={path} className="flex flex-wrap items-end gap-2">
          <div className="min-w-64 flex-1">
            <Field label={t('watches.query')} hint={t('watches.queryHint')}>
              <SearchInput
                key={typed}
                words={completionWords(t)}
                defaultValue={typed}
                maxLength={1000}
                dir={typed ? 'auto' : dir}
              />
            </Field>
          </div>
          <Button className="mb-6">{t('watches.look')}</Button>
        </form>
      </search>
      {isUnderstood ? (
        <p className="my-2 font-semibold">
          <bdi>{question.query && sentence}</bdi>
        </p>
      ) : (
        <p role="alert" className="my-2 rounded-md bg-doubt-soft px-3 py-1.5 text-doubt">
          {t('watches.notUnderstood')}{' '}
          <Link href={`/desk?q=${encodeURIComponent(typed)}`} className="underline">
            {t('common.nav.desk')}
          </Link>
        </p>
      )}
      <WouldMatch question={question} i18n={i18n} />
    </Panel>
  )
}

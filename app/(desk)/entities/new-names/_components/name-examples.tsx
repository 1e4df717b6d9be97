import Link from 'next/link'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { NameExample } from '#lib/tag/new-names/name-examples.ts'
import { directionOf } from '#lib/text/direction.ts'

/** Sentences in which a name stands, the name marked, each with the article it is of. */
export function NameExamples({ examples, i18n: { t, day } }: { examples: NameExample[]; i18n: I18n }) {
  return (
    <section className="min-w-0 rounded-lg border border-edge bg-surface p-4">
      <h3 className="mb-2 font-semibold">{t('newNames.examples')}</h3>
      <ul className="grid gap-4">
        {examples.map(({ articleId, title, language, at, before, quote, after }) => {
          const inItsTongue = { ...(language === 'und' ? {} : { lang: language }), dir: directionOf(language) }
          return (
            <li key={articleId}>
              <p {...inItsTongue} className="read break-words">
                {before}
                <mark className="rounded-sm bg-mark text-ink">{quote}</mark>
                {after}
              </p>
              <p className="mt-1 text-sm text-muted">
                <Link href={`/articles/${articleId}`} prefetch={false} className="text-accent hover:underline">
                  <bdi {...inItsTongue}>{title ?? t('newNames.untitled')}</bdi>
                </Link>
                {' · '}
                <time dateTime={at.toISOString()}>{day(at)}</time>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

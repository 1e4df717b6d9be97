import Link from 'next/link'
import { Fragment } from 'react'
import type { AskedDesk } from '#app/(desk)/desk/ask-desk.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import type { Context } from '#lib/db/context.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import { filterSentence } from '#lib/search/filter-sentence.ts'
import { loadCatalogue } from '#lib/search/load-catalogue.ts'
import { offersFor } from '#lib/search/offers-for.ts'
import { keywordIn } from '#lib/search/search-fields.ts'
import type { Problem } from '#lib/search/settle-search.ts'

type Props = { ctx: Context; params: AskedDesk; i18n: I18n }
const linkClass = 'inline-flex min-h-6 items-center text-accent underline'

/** What was understood of the search, in a sentence; what was not, with what may be meant; other spellings of names. */
export async function Understood({ ctx, params: { filter, asked }, i18n }: Props) {
  if (deskLink(filter) === '/desk') return null
  const { t, locale } = i18n
  const [catalogue, sentence] = await Promise.all([loadCatalogue(ctx), filterSentence(ctx, i18n, filter)])
  const { q = '' } = filter
  const made = (path: string) => deskLink(filter).replace('/desk', path)
  return (
    <section aria-label={t('search.understood.label')} className="min-w-0 flex-1 space-y-1">
      {asked.isWhole && (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span role="status" className="text-muted">
            <bdi>{sentence}</bdi>
          </span>
          <Link href={made('/watches/new')} prefetch={false} className={linkClass}>
            {t('watches.addThis')}
          </Link>
          <Link href={made('/rules/new')} prefetch={false} className={linkClass}>
            {t('rules.addThis')}
          </Link>
        </p>
      )}
      {asked.expansions.map(({ also, span }) => {
        const words = q.slice(span.start, span.end)
        return (
          <p key={span.start} className="flex flex-wrap items-baseline gap-x-3">
            <span>
              {t('search.understood.also')}{' '}
              {also.map((name, place) => (
                <Fragment key={name}>
                  {place > 0 && (locale === 'ar' ? '، ' : ', ')}
                  <bdi>{name}</bdi>
                </Fragment>
              ))}
            </span>
            <Link
              href={deskLink({ ...filter, q: `${q.slice(0, span.start)}"${words}"${q.slice(span.end)}` })}
              prefetch={false}
              title={t('search.understood.exactHint', { words })}
              className={linkClass}
            >
              {t('search.understood.exact')}
            </Link>
          </p>
        )
      })}
      {asked.problems.map((problem, i) => (
        <p
          key={`${problem.kind} ${i}`}
          role="alert"
          className="flex flex-wrap items-baseline gap-x-3 rounded-md bg-doubt-soft px-3 py-1.5 text-doubt"
        >
          <span>{problemText(problem, i18n)}</span>
          {offersFor(problem, asked.typed, catalogue, locale).map(({ typed, label }, place) => (
            <span key={typed} className="inline-flex items-baseline gap-1">
              {place === 0 && <span>{t('search.understood.meant')}</span>}
              <Link href={deskLink({ ...filter, q: typed })} prefetch={false} className={linkClass}>
                <bdi>{typeof label === 'string' ? label : nameIn(locale, label).text}</bdi>
              </Link>
            </span>
          ))}
        </p>
      ))}
    </section>
  )
}

function problemText(problem: Problem, { t, locale }: I18n): string {
  switch (problem.kind) {
    case 'value':
      return t('search.understood.value', { field: keywordIn(locale, problem.field), value: problem.value })
    case 'field':
      return t('search.understood.field', { name: problem.name })
    case 'day':
      return t('search.understood.day', { value: problem.value })
    case 'or':
      return t('search.understood.or')
    default:
      return t(`search.understood.${problem.kind}`, { field: keywordIn(locale, problem.field) })
  }
}

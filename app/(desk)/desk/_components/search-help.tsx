import type { I18n } from '#lib/i18n/i18n.ts'
import { FIELD_NAMES, SEARCH_FIELDS } from '#lib/search/search-fields.ts'

const EXAMPLES = ['words', 'phrase', 'not', 'or', 'prefix', 'several', 'quoted', 'days', 'claims'] as const

/** The language of the search box, by examples; folded away until somebody asks. */
export function SearchHelp({ i18n: { t } }: { i18n: I18n }) {
  return (
    <details className="open:basis-full">
      <summary className="inline-flex min-h-6 items-center text-accent">{t('search.help.title')}</summary>
      <div className="mt-1 max-w-3xl rounded-lg border border-edge bg-surface p-3">
        <p>{t('search.help.lead')}</p>
        <table className="mt-2 w-full">
          <caption className="sr-only">{t('search.help.title')}</caption>
          <thead>
            <tr className="text-start text-muted">
              <th scope="col" className="py-1 pe-4 text-start font-semibold">
                {t('search.help.write')}
              </th>
              <th scope="col" className="py-1 text-start font-semibold">
                {t('search.help.means')}
              </th>
            </tr>
          </thead>
          <tbody>
            {EXAMPLES.map((example) => (
              <tr key={example} className="border-t border-edge align-baseline">
                <td className="py-1 pe-4">
                  <bdi className="font-semibold">{t(`search.help.${example}.text`)}</bdi>
                </td>
                <td className="py-1">{t(`search.help.${example}.means`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-3">{t('search.help.names')}</p>
        <dl className="mt-1 grid grid-cols-1 gap-x-6 gap-y-0.5 sm:grid-cols-2">
          {FIELD_NAMES.map((field) => {
            const { ar, en, more } = SEARCH_FIELDS[field]
            return (
              <div key={field} className="flex flex-wrap items-baseline gap-x-2">
                <dt className="font-semibold">{t(`search.field.${field}`)}</dt>
                <dd className="flex flex-wrap gap-x-2 text-muted">
                  {[ar, en, ...more.split(' ')].map((word) => (
                    <bdi key={word}>{word}:</bdi>
                  ))}
                </dd>
              </div>
            )
          })}
        </dl>
      </div>
    </details>
  )
}

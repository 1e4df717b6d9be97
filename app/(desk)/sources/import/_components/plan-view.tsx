import { FeedTitle } from '#app/(desk)/sources/_components/feed-title.tsx'
import { importOpmlAction } from '#app/(desk)/sources/import/actions.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { ImportPlan } from '#lib/sources/plan-import.ts'

/** Addresses that are none, shown as examples. */
const EXAMPLES = 3

/** What an import would add, and the button that does it. */
export async function PlanView({ plan, opml }: { plan: ImportPlan; opml: string }) {
  const { t, locale } = await requestI18n()
  const { sources, duplicates, refused } = plan
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{t('sources.import.plan')}</h2>
      {duplicates.length > 0 && <p>{t('sources.import.duplicates', { count: duplicates.length })}</p>}
      {refused.length > 0 && (
        <p>
          {t('sources.import.refused', {
            count: refused.length,
            examples: refused
              .slice(0, EXAMPLES)
              .map((address) => address.slice(0, 80))
              .join(' · '),
          })}
        </p>
      )}
      {sources.length === 0 ? (
        <p>{t('sources.import.nothing')}</p>
      ) : (
        <>
          <Table
            caption={t('sources.import.caption')}
            headings={[t('sources.import.source'), t('sources.feeds.state'), t('sources.feeds.title')]}
          >
            {sources.map(({ sourceId, name, feeds }) => (
              <tr key={feeds[0]?.address}>
                <HeadCell>
                  <Name
                    {...nameIn(locale, { ar: name.nameAr, en: name.nameEn, fr: 'nameFr' in name ? name.nameFr : null })}
                  />
                </HeadCell>
                <Cell>
                  <Badge tone={sourceId ? 'neutral' : 'accent'}>
                    {t(sourceId ? 'sources.import.known' : 'sources.import.new')}
                  </Badge>
                </Cell>
                <Cell className="min-w-56">
                  <ul className="grid gap-1">
                    {feeds.map(({ address, title }) => (
                      <li key={address}>
                        <FeedTitle title={title} address={address} />
                      </li>
                    ))}
                  </ul>
                </Cell>
              </tr>
            ))}
          </Table>
          <form action={importOpmlAction}>
            <input type="hidden" name="opml" value={opml} />
            <Button look="primary" hotkey="y">
              {t('sources.import.confirm')}
            </Button>
          </form>
        </>
      )}
    </section>
  )
}

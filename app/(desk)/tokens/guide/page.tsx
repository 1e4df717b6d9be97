import { ShellExample } from '#app/(desk)/tokens/_components/shell-example.tsx'
import { Page, Panel } from '#components/ui/page.tsx'
import { ACCEPTED, ONE_DOCUMENT } from '#lib/api/examples.ts'
import { MOST_BYTES, MOST_DOCUMENTS } from '#lib/api/schemas.ts'
import { env } from '#lib/core/env.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { pageContext } from '#lib/web/page-context.ts'

export async function generateMetadata() {
  const { t } = await requestI18n()
  return { title: t('tokens.guide') }
}

const RULES = ['key', 'rate', 'errors', 'batch', 'secret'] as const

/** How a program hands in documents, on one screen. */
export default async function GuidePage() {
  const [{ t, number }] = await Promise.all([requestI18n(), pageContext('token:manage')])
  const desk = new URL(env().NEXTAUTH_URL ?? `http://localhost:${env().PORT}`).origin
  const { title, text, address, publishedAt } = ONE_DOCUMENT
  const document = JSON.stringify({ title, text: text?.split('\n')[0], address, publishedAt }, null, 2)
  const limits = { documents: number(MOST_DOCUMENTS), megabytes: number(MOST_BYTES >> 20) }
  const examples = [
    [
      'send',
      t('tokens.guidePage.sendHint', limits),
      `curl ${desk}/api/v1/documents \\\n  -H "Authorization: Bearer $MIRQAB_TOKEN" \\\n  -H "Content-Type: application/json" \\\n  -H "Idempotency-Key: $(uuidgen)" \\\n  --data-binary @- <<'JSON'\n${document}\nJSON`,
    ],
    [
      'file',
      t('tokens.guidePage.fileHint'),
      `curl "${desk}/api/v1/documents?name=monday.zip" \\\n  -H "Authorization: Bearer $MIRQAB_TOKEN" \\\n  -H "Content-Type: application/zip" \\\n  --data-binary @monday.zip`,
    ],
    [
      'ask',
      t('tokens.guidePage.askHint'),
      `curl -H "Authorization: Bearer $MIRQAB_TOKEN" \\\n  ${desk}${ACCEPTED.documents[0]?.status}`,
    ],
  ] as const
  return (
    <Page title={t('tokens.guide')}>
      <div className="grid max-w-4xl gap-4">
        {examples.map(([name, hint, command]) => (
          <Panel key={name} title={t(`tokens.guidePage.${name}`)} className="min-w-0">
            <p>{hint}</p>
            <ShellExample label={t(`tokens.guidePage.${name}`)}>{command}</ShellExample>
          </Panel>
        ))}
        <Panel title={t('tokens.guidePage.rules')}>
          <ul className="list-disc space-y-1 ps-5">
            {RULES.map((rule) => (
              <li key={rule}>{t(`tokens.guidePage.${rule}`)}</li>
            ))}
          </ul>
          <a href="/api/v1/openapi.json" className="mt-3 inline-block text-accent hover:underline">
            {t('tokens.guidePage.whole')}
          </a>
        </Panel>
      </div>
    </Page>
  )
}

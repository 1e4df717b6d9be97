import Link from 'next/link'
import { Cell, HeadCell, Table } from '#components/ui/table.tsx'
import type { BrokenRule } from '#lib/attention/list-broken-rules.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'

export async function RuleTable({ rules }: { rules: BrokenRule[] }) {
  const { t, locale, percent } = await requestI18n()
  const share = (part: number, count: number) => t('attention.rules.share', { share: percent(part / count), count })
  return (
    <section className="mb-6">
      <h2 className="text-lg font-semibold">{t('attention.rules.title')}</h2>
      <p className="mb-2 text-sm text-muted">{t('attention.rules.about')}</p>
      <Table
        caption={t('attention.rules.caption')}
        headings={[
          t('attention.rules.source'),
          t('attention.rules.sign'),
          t('attention.rules.before'),
          t('attention.rules.now'),
        ]}
      >
        {rules.map((rule) => (
          <tr key={`${rule.sourceId} ${rule.sign} ${rule.rule}`} className="hover:bg-raised">
            <HeadCell>
              <Link href={articlesOf(rule)} className="text-accent hover:underline">
                <bdi>
                  {nameIn(locale, { ar: rule.sourceNameAr, en: rule.sourceNameEn, fr: rule.sourceNameFr }).text}
                </bdi>
              </Link>
            </HeadCell>
            <Cell>
              {rule.sign === 'rule'
                ? t.rich('attention.rules.rule', {
                    rule: rule.rule ?? '',
                    code: (text) => <code dir="ltr">{text}</code>,
                  })
                : rule.sign === 'unsigned'
                  ? t('attention.rules.unsigned')
                  : t(`flags.name.${rule.sign}`)}
            </Cell>
            <Cell>{share(rule.before, rule.ofBefore)}</Cell>
            <Cell>{share(rule.now, rule.ofNow)}</Cell>
          </tr>
        ))}
      </Table>
    </section>
  )
}

/** Its articles on the desk; those with the doubt, where there is one. */
const articlesOf = ({ sourceId, sign }: BrokenRule): string =>
  `/desk?source=${sourceId}${sign === 'rule' || sign === 'unsigned' ? '' : `&flag=${sign}`}`

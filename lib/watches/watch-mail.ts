import { deskAddress } from '#lib/core/desk-address.ts'
import { xmlEscaped } from '#lib/core/xml-escaped.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { nameIn } from '#lib/i18n/name-in.ts'
import { directionOf } from '#lib/text/direction.ts'
import type { Hit } from '#lib/watches/list-hits.ts'

type Mail = { subject: string; text: string; html: string }

/** What a watch has found, as a message: headlines with source and time, each a link to the desk. Pure but for the address. */
export function watchMail(i18n: I18n, watch: { id: string; name: string }, hits: Hit[]): Mail {
  const { t, locale, dir } = i18n
  const subject = t('watches.mail.subject', { name: watch.name, count: hits.length })
  const settings = deskAddress(`/watches/${watch.id}`)
  const items = hits.map((hit) => ({
    title: hit.title ?? t('desk.noTitle'),
    dir: directionOf(hit.language),
    line: lineOf(i18n, hit),
    address: deskAddress(`/articles/${hit.id}`),
  }))
  const text = [
    ...items.map(({ title, line, address }) => `${title}\n${line}\n${address}`),
    `${t('watches.mail.why')}\n${settings}`,
  ].join('\n\n')
  const html = [
    `<!doctype html><html lang="${locale}" dir="${dir}"><body><ul>`,
    ...items.map(
      ({ title, dir, line, address }) =>
        `<li dir="${dir}"><a href="${xmlEscaped(address)}">${xmlEscaped(title)}</a><br><small>${xmlEscaped(line)}</small></li>`,
    ),
    `</ul><p><small><a href="${xmlEscaped(settings)}">${xmlEscaped(t('watches.mail.why'))}</a></small></p></body></html>`,
  ].join('\n')
  return { subject, text, html }
}

function lineOf(i18n: I18n, { sourceNames, sourceName, publishedAt, foundAt }: Hit): string {
  const source = nameIn(i18n.locale, sourceNames).text || sourceName || i18n.t('desk.unknownSource')
  return `${source} · ${i18n.minute(publishedAt ?? foundAt)}`
}

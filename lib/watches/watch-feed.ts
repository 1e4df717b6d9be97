import { createHash } from 'node:crypto'
import { deskAddress } from '#lib/core/desk-address.ts'
import { AppError } from '#lib/core/errors.ts'
import { xmlEscaped } from '#lib/core/xml-escaped.ts'
import type { Context } from '#lib/db/context.ts'
import { type Hit, listHits } from '#lib/watches/list-hits.ts'
import { feedPath, isFeedSecret } from '#lib/watches/watch-secret.ts'

const ENTRIES = 50

/**
 * What a watch has found, as an Atom feed (RFC 4287), for whoever has its secret address. Headlines and beginnings only:
 * the text is behind the desk's sign-in.
 * @returns the feed, and a tag that changes with it
 * @throws AppError notFound where there is no such watch, or the secret is another
 */
export async function watchFeed(ctx: Context, id: string, secret: string): Promise<{ xml: string; etag: string }> {
  const watch = await ctx.db.watch.findUnique({ where: { id, deletedAt: null, user: { disabledAt: null } } })
  if (!watch || !isFeedSecret(watch, secret)) throw new AppError('notFound', { watch: id })
  const hits = await listHits(ctx, id, ENTRIES)
  const updated = hits[0]?.foundAt ?? watch.createdAt
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>urn:uuid:${id}</id>`,
    `<title>${xmlEscaped(watch.name)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="self" href="${xmlEscaped(deskAddress(feedPath(watch)))}"/>`,
    ...hits.map(entryOf),
    '</feed>',
    '',
  ].join('\n')
  return { xml, etag: `"${createHash('sha256').update(xml).digest('base64url').slice(0, 22)}"` }
}

function entryOf({ id, title, excerpt, language, sourceNames, sourceName, publishedAt, foundAt }: Hit): string {
  const author = sourceNames.ar ?? sourceNames.en ?? sourceNames.fr ?? sourceName ?? 'مرقاب'
  const lang = language === 'und' ? '' : ` xml:lang="${xmlEscaped(language)}"`
  return [
    `<entry${lang}>`,
    `<id>urn:uuid:${id}</id>`,
    `<title>${xmlEscaped(title ?? excerpt.slice(0, 80))}</title>`,
    `<updated>${foundAt.toISOString()}</updated>`,
    ...(publishedAt ? [`<published>${publishedAt.toISOString()}</published>`] : []),
    `<author><name>${xmlEscaped(author)}</name></author>`,
    `<link href="${xmlEscaped(deskAddress(`/articles/${id}`))}"/>`,
    `<summary>${xmlEscaped(excerpt)}</summary>`,
    '</entry>',
  ].join('\n')
}

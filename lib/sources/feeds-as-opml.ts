import { authorize } from '#lib/access/authorize.ts'
import { xmlEscaped } from '#lib/core/xml-escaped.ts'
import type { Context } from '#lib/db/context.ts'
import { mainName } from '#lib/sources/source-fields.ts'

/** All feeds as an OPML 2.0 list, a folder for each source: what any reader of feeds takes, and our own import too. @throws AppError forbidden */
export async function feedsAsOpml({ db, actor, now }: Context, title: string): Promise<string> {
  authorize(actor, 'source:manage')
  const sources = await db.source.findMany({
    where: { feeds: { some: {} } },
    select: {
      nameAr: true,
      nameEn: true,
      nameFr: true,
      domains: true,
      feeds: { select: { address: true, title: true }, orderBy: { id: 'asc' } },
    },
    orderBy: { slug: 'asc' },
  })
  const lines = sources.flatMap((source) => {
    const site = source.domains[0] ? ` htmlUrl="${xmlEscaped(`https://${source.domains[0]}/`)}"` : ''
    const name = xmlEscaped(mainName(source))
    return [
      `    <outline text="${name}">`,
      ...source.feeds.map(
        ({ address, title: own }) =>
          `      <outline type="rss" text="${xmlEscaped(own ?? mainName(source))}" xmlUrl="${xmlEscaped(address)}"${site}/>`,
      ),
      '    </outline>',
    ]
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${xmlEscaped(title)}</title><dateCreated>${now().toUTCString()}</dateCreated></head>`,
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

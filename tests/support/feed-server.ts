import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = { status?: number; headers?: Record<string, string>; body?: string | Buffer }
type Asked = { path: string; headers: IncomingMessage['headers'] }

/** A server of feeds and pages on 127.0.0.1; `routes` may be changed between requests. What it was asked is kept. */
export async function feedServer(
  routes: Record<string, Answer | ((request: IncomingMessage, response: ServerResponse) => void)>,
) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push({ path, headers: request.headers })
    const answer = routes[path] ?? { status: 404, body: 'not here' }
    if (typeof answer === 'function') return answer(request, response)
    const type =
      typeof answer.body === 'string' && answer.body.startsWith('<?xml') ? 'application/rss+xml' : 'text/html'
    response.writeHead(answer.status ?? 200, { 'content-type': `${type}; charset=utf-8`, ...answer.headers })
    response.end(answer.body ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    at: (path: string) => `http://127.0.0.1:${port}${path}`,
    asked,
    routes,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

type NewsItem = { title?: string; link?: string; id?: string; text?: string; date?: string; more?: string }

/** A feed of these items. `channel`: what it says before them. */
export const rss = (items: NewsItem[], channel = '<title>أخبار الواحات</title>'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>${channel}\n${items
    .map(
      ({ title, link, id, text, date, more = '' }) =>
        `<item>${title ? `<title>${title}</title>` : ''}${link ? `<link>${link}</link>` : ''}${id ? `<guid isPermaLink="false">${id}</guid>` : ''}${date ? `<pubDate>${date}</pubDate>` : ''}${text ? `<description><![CDATA[${text}]]></description>` : ''}${more}</item>`,
    )
    .join('\n')}\n</channel></rss>`

/** A whole article of some 900 characters on a subject of its own, so that no two are the same text. */
export const story = (about: string): string =>
  [
    `قال مدير الأشغال في ولاية ${about} إن العمل في مشروع ${about} ينطلق الأسبوع المقبل بعد أن اكتملت دراساته.`,
    `وأضاف أن الميزانية المخصصة لمشروع ${about} بلغت خمسة مليارات دينار، وأن المقاولات المحلية فازت بأغلب حصصه.`,
    `ويشمل مشروع ${about} شق طريق طوله ثلاثون كيلومترًا وبناء ثلاث مدارس ومركز صحي يخدم القرى المجاورة كلها.`,
    `وطالب سكان ${about} بتسريع الأشغال قبل حلول الشتاء، بعد أن عزلت السيول قراهم أيامًا طويلة في السنة الماضية.`,
    `ومن المنتظر أن تسلَّم منشآت ${about} في نهاية السنة المقبلة، على أن تنظم زيارات ميدانية كل ثلاثة أشهر لمتابعتها.`,
    `وختم المدير تصريحه بأن مشروع ${about} أول مشروع من نوعه في المنطقة، وأن مشاريع أخرى مثله ستنطلق في ولايات الجنوب.`,
  ].join('\n\n')

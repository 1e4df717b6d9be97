import { z } from 'zod'

/** An address as browsers and readers of feeds write it: `feed:https://…`, `feed://…`, or without its beginning. */
export const FeedAddress = z
  .string()
  .trim()
  .max(2000)
  .transform((given, context) => {
    const bare = given.replace(/^feed:(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://')
    const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(bare)
    const url = URL.parse(hasScheme ? bare : `https://${bare}`)
    // A single word without a scheme is no host that anybody meant.
    const isHost = url && (hasScheme || url.hostname.includes('.'))
    if (isHost && /^https?:$/.test(url.protocol) && !url.username && !url.password) {
      url.hash = ''
      return url.href
    }
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })

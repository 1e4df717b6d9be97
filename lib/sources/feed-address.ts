import { z } from 'zod'

/** An address as browsers and readers of feeds write it: `feed:https://…`, `feed://…`, or without its beginning. */
export const FeedAddress = z
  .string()
  .trim()
  .max(2000)
  .transform((given, context) => {
    const bare = given.replace(/^feed:(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://')
    const url = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(bare) ? bare : `https://${bare}`)
    if (
      url &&
      /^https?:$/.test(url.protocol) &&
      /\.|^localhost$|:/.test(url.hostname) &&
      !url.username &&
      !url.password
    ) {
      url.hash = ''
      return url.href
    }
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })

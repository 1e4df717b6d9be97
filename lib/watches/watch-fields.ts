import { z } from 'zod'
import { WatchPace } from '#lib/db/generated/enums.ts'

const MOST_MINUTES = 24 * 60

/** `22:30` as minutes of the day; an empty field is no time. */
const TimeOfDay = z
  .union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)])
  .default('')
  .transform((given) => {
    if (given === '') return null
    const [hours = 0, minutes = 0] = given.split(':').map(Number)
    return (hours * 60 + minutes) % MOST_MINUTES
  })

/** Minutes of the day as a form shows them. Pure. */
export const timeOfDay = (minutes: number | null): string =>
  minutes === null
    ? ''
    : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const Zone = z
  .string()
  .max(60)
  .refine((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
    } catch {
      return false
    }
  })

/** An address that a server can be asked at; empty for none. */
const Webhook = z
  .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)])
  .default('')
  .transform((given) => given || null)

const checkbox = z.union([z.boolean(), z.stringbool()]).default(false)

/** Which alerts a watch gives, where, and when. */
export const WatchFields = z
  .object({
    name: z.string().trim().min(1).max(200),
    pace: z.enum(WatchPace),
    inDesk: checkbox,
    byEmail: checkbox,
    webhook: Webhook,
    quietFrom: TimeOfDay,
    quietUntil: TimeOfDay,
    timeZone: Zone,
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), { path: ['quietUntil'] })

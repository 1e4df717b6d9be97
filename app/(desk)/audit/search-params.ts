import { z } from 'zod'
import type { AuditFilter } from '#lib/audit/list-events.ts'
import { isSensibleTime, PlainWords } from '#lib/core/plain-words.ts'

const text = PlainWords.min(1).max(200).optional().catch(undefined)

/** `after` is `<ISO time>_<id>` of the last event of the page before. */
const AuditParams = z.object({
  actor: z
    .union([z.uuid(), z.literal('system')])
    .optional()
    .catch(undefined),
  kind: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]+)?$/)
    .max(80)
    .optional()
    .catch(undefined),
  subject: text,
  id: text,
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional()
    .catch(undefined),
})

/** The audit screen's address, as the query wants it and as links write it. */
export function auditParams(given: unknown): { filter: AuditFilter; query: Record<string, string | undefined> } {
  const { after, ...query } = AuditParams.parse(given)
  const { actor, kind, subject, id } = query
  const [time, eventId] = after?.split('_') ?? []
  return {
    filter: {
      actor,
      kind,
      ...(subject && id ? { subject: { type: subject, id } } : {}),
      ...(time && eventId && isSensibleTime(new Date(time))
        ? { after: { createdAt: new Date(time), id: eventId } }
        : {}),
    },
    query,
  }
}

import { z } from 'zod'
import { authorize } from '#lib/access/authorize.ts'
import { recordEvent } from '#lib/audit/record-event.ts'
import { enqueueFetching } from '#lib/batches/enqueue-fetching.ts'
import { lines } from '#lib/core/form-fields.ts'
import { newId } from '#lib/core/id.ts'
import { readableAddress } from '#lib/core/readable-address.ts'
import { type Context, inTransaction } from '#lib/db/context.ts'

/** Pasted at once. More is a list that belongs into a feed or a file. */
const MOST = 50

/** One address a line; `https://` may be left out. What is none is told on its line, when it is asked for. */
export const ReceiveAddressesInput = z.object({
  addresses: lines(z.string().max(2000).transform(withScheme).transform(readableAddress))
    .transform((addresses) => [...new Set(addresses)])
    .pipe(z.array(z.string()).min(1).max(MOST)),
  /** What the batch is called, where not by its hosts. */
  name: z.string().trim().min(1).max(200).optional(),
})

/**
 * A batch of what is at these addresses, each a file that is fetched by the worker, one after another of the same host.
 * @throws AppError forbidden
 */
export function receiveAddresses(
  ctx: Context,
  { addresses, name = nameOf(addresses) }: z.output<typeof ReceiveAddressesInput>,
): Promise<{ batchId: string; eventId: string; redirectTo: string }> {
  return inTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'address:fetch')
    const { id: batchId } = await tx.db.batch.create({
      data: { name, origin: 'address', state: 'reading', createdById: tx.actor.userId, createdAt: tx.now() },
      select: { id: true },
    })
    const files = addresses.map((path) => ({ id: newId(), batchId, path, createdAt: tx.now() }))
    await tx.db.batchFile.createMany({ data: files })
    await enqueueFetching(tx.db, files)
    const eventId = await recordEvent(tx, {
      kind: 'batch.created',
      subject: { type: 'batch', id: batchId },
      data: { name },
    })
    return { batchId, eventId, redirectTo: `/batches/${batchId}` }
  })
}

/** Its hosts, which need no language: `aps.dz, bbc.com +2`. */
function nameOf(addresses: string[]): string {
  const hosts = [...new Set(addresses.map((address) => URL.parse(address)?.hostname.replace(/^www\./, '') || address))]
  const named = hosts.slice(0, 2).join(', ').slice(0, 190)
  return addresses.length > 2 ? `${named} +${addresses.length - Math.min(2, hosts.length)}` : named
}

function withScheme(line: string): string {
  return /^[a-z][a-z\d+.-]*:(?!\d)/i.test(line) ? line : `https://${line}`
}

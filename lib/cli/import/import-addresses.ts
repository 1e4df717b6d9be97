import { ReceiveAddressesInput, receiveAddresses } from '#lib/batches/receive-addresses.ts'
import { UsageError } from '#lib/cli/command.ts'
import { type ImportReport, type ReadingOptions, readAndReport } from '#lib/cli/import/read-and-report.ts'
import { withContext } from '#lib/cli/with-context.ts'

/** Fetches addresses as a batch, as the desk does with those that are pasted there. */
export function importAddresses(
  addresses: string[],
  options: ReadingOptions & { name?: string },
): Promise<ImportReport> {
  const input = ReceiveAddressesInput.safeParse({ addresses: addresses.join('\n'), name: options.name })
  if (!input.success) throw new UsageError('give up to 50 addresses, each of up to 2000 characters')
  return withContext(async (ctx) => {
    const started = performance.now()
    const { batchId } = await receiveAddresses(ctx, input.data)
    return readAndReport(ctx, batchId, options, started)
  })
}

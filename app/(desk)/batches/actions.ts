'use server'

import { ColumnsForm } from '#app/(desk)/batches/columns-form.ts'
import { ReceiveAddressesInput, receiveAddresses } from '#lib/batches/receive-addresses.ts'
import { restoreBatch } from '#lib/batches/restore-batch.ts'
import { RetryDocumentsInput, retryDocuments } from '#lib/batches/retry-documents.ts'
import { BatchInput } from '#lib/batches/start-reading.ts'
import { undoBatch } from '#lib/batches/undo-batch.ts'
import { readWithColumns } from '#lib/columns/read-with-columns.ts'
import { action } from '#lib/web/action.ts'

const runReceiveAddresses = action(ReceiveAddressesInput, receiveAddresses)
const runRetry = action(RetryDocumentsInput, retryDocuments)
const runUndo = action(BatchInput, undoBatch)
const runRestore = action(BatchInput, restoreBatch)
const runReadWithColumns = action(ColumnsForm, readWithColumns)

export async function readWithColumnsAction(form: FormData): Promise<void> {
  await runReadWithColumns(form)
}
export async function receiveAddressesAction(form: FormData): Promise<void> {
  await runReceiveAddresses(form)
}
export async function retryDocumentsAction(form: FormData): Promise<void> {
  await runRetry(form)
}
export async function undoBatchAction(form: FormData): Promise<void> {
  await runUndo(form)
}
export async function restoreBatchAction(form: FormData): Promise<void> {
  await runRestore(form)
}

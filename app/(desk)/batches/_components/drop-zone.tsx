'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import type { DropWords } from '#app/(desk)/batches/_components/drop-words.ts'
import { type Dropped, droppedFiles } from '#app/(desk)/batches/_components/dropped-files.ts'
import { FailedFiles } from '#app/(desk)/batches/_components/failed-files.tsx'
import { Picker } from '#app/(desk)/batches/_components/picker.tsx'
import { ask, type Failed, type Progress as Sent, sendFiles } from '#app/(desk)/batches/_components/send-files.ts'
import { Button } from '#components/ui/button.tsx'
import { Progress } from '#components/ui/progress.tsx'

type Upload = { batchId: string; files: Dropped[]; size: number; sent: Sent }
type State =
  | { at: 'idle'; note?: string; error?: string }
  | { at: 'collecting' | 'starting' }
  | { at: 'sending'; upload: Upload }
  | { at: 'failed'; upload: Upload; failed: Failed[] }

/** Files dropped or chosen become a batch: sent with progress, cancelled, sent again; then the batch's own page. */
export function DropZone({ words, locale }: { words: DropWords; locale: string }) {
  const router = useRouter()
  const [state, setState] = useState<State>({ at: 'idle' })
  const [isOver, setOver] = useState(false)
  const abort = useRef<AbortController>(null)

  const trouble = (error: unknown) =>
    setState({ at: 'idle', error: wordFor(words, error instanceof Error ? error.message : '') })

  async function begin(collecting: Dropped[] | Promise<Dropped[]>) {
    setState({ at: 'collecting' })
    try {
      const files = await collecting
      if (files.length === 0) return setState({ at: 'idle', note: words.noFiles })
      const { batchId } = (await ask('/api/batches', 'POST', { name: nameOf(files) })) as { batchId: string }
      await send({ batchId, files, size: sizeOf(files), sent: { files: 0, bytes: 0 } })
    } catch (error) {
      trouble(error)
    }
  }

  async function send(upload: Upload) {
    setState({ at: 'sending', upload })
    abort.current = new AbortController()
    const { signal } = abort.current
    const failed = await sendFiles(upload.batchId, upload.files, signal, (sent) =>
      setState({ at: 'sending', upload: { ...upload, sent } }),
    )
    if (signal.aborted) return
    if (failed.length > 0) setState({ at: 'failed', upload, failed })
    else await finish(upload.batchId)
  }

  async function finish(batchId: string) {
    setState({ at: 'starting' })
    try {
      await ask(`/api/batches/${batchId}/finish`, 'POST')
      router.push(`/batches/${batchId}`)
    } catch (error) {
      trouble(error)
    }
  }

  async function cancel(batchId: string) {
    abort.current?.abort()
    setState({ at: 'idle', note: words.cancelled })
    await ask(`/api/batches/${batchId}`, 'DELETE').catch(trouble)
    router.refresh()
  }

  if (state.at === 'sending') {
    const { upload } = state
    const percent = upload.size === 0 ? 100 : Math.floor((100 * upload.sent.bytes) / upload.size)
    const number = new Intl.NumberFormat(locale)
    const sentence = fill(words.sending, {
      done: number.format(upload.sent.files),
      total: number.format(upload.files.length),
      percent: number.format(percent),
    })
    return (
      <Frame>
        <p aria-live="polite">{sentence}</p>
        <Progress label={words.progress} value={percent} max={100} />
        <p>
          <Button type="button" onClick={() => cancel(upload.batchId)} hotkey="x">
            {words.cancel}
          </Button>
        </p>
      </Frame>
    )
  }
  if (state.at === 'failed') {
    const { upload, failed } = state
    return (
      <Frame>
        <FailedFiles failed={failed} words={words} />
        <p className="mt-2 flex flex-wrap justify-center gap-2">
          <Button
            type="button"
            look="primary"
            onClick={() => send({ ...upload, files: failed, size: sizeOf(failed), sent: { files: 0, bytes: 0 } })}
          >
            {words.retry}
          </Button>
          {failed.length < upload.files.length && (
            <Button type="button" onClick={() => finish(upload.batchId)}>
              {words.skip}
            </Button>
          )}
          <Button type="button" onClick={() => cancel(upload.batchId)}>
            {words.cancel}
          </Button>
        </p>
      </Frame>
    )
  }
  if (state.at !== 'idle') {
    return (
      <Frame>
        <p aria-live="polite">{words[state.at]}</p>
      </Frame>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition, the file inputs inside do the same by keyboard
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        begin(droppedFiles(event.dataTransfer))
      }}
    >
      <Frame isOver={isOver}>
        {state.error && (
          <p role="alert" className="mb-2 text-bad">
            {state.error}
          </p>
        )}
        {state.note && (
          <p role="status" className="mb-2 text-muted">
            {state.note}
          </p>
        )}
        <p>{words.hint}</p>
        <p className="my-2 flex flex-wrap justify-center gap-2">
          <Picker label={words.files} hotkey="a" onFiles={begin} />
          <Picker label={words.folder} hotkey="f" onFiles={begin} folder />
        </p>
        <p className="text-sm text-muted">{words.formats}</p>
      </Frame>
    </div>
  )
}

const Frame = ({ isOver = false, children }: { isOver?: boolean; children: ReactNode }) => (
  <div
    className={`rounded-lg border-2 border-dashed px-4 py-6 text-center ${isOver ? 'border-accent bg-accent-soft' : 'border-edge'}`}
  >
    {children}
  </div>
)

/** Named for the folder or the file that was dropped; the screen's list tells several by their time. */
function nameOf(files: Dropped[]): string {
  const [first] = files as [Dropped]
  const root = first.path.split('/')[0] ?? first.path
  return files.length > 1 && root === first.path ? `${root} +${files.length - 1}` : root
}

const sizeOf = (files: Dropped[]): number => files.reduce((sum, { file }) => sum + file.size, 0)

const fill = (template: string, values: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

const wordFor = (words: DropWords, error: string): string => words.errors[error] ?? words.errors.internal ?? ''

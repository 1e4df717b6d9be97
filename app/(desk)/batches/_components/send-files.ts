import type { Dropped } from '#app/(desk)/batches/_components/dropped-files.ts'

export type Failed = Dropped & { error: string }
export type Progress = { files: number; bytes: number }

/** Uploads at once: more would not be faster on one line, and a small file need not wait for a large one. */
const AT_ONCE = 3

/** A request of ours, with its known error as its message. */
export async function ask(path: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(path, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  }).catch(() => {
    throw new Error('offline')
  })
  const answer =
    response.status === 204 ? null : ((await response.json().catch(() => null)) as { error?: string } | null)
  if (!response.ok) throw new Error(answer?.error ?? 'internal')
  return answer
}

/** Sends files into a batch. What fails is given back with its reason; the others go on. */
export async function sendFiles(
  batchId: string,
  files: Dropped[],
  signal: AbortSignal,
  onProgress: (sent: Progress) => void,
): Promise<Failed[]> {
  const waiting = [...files]
  const failed: Failed[] = []
  const under = new Map<File, number>()
  const sent: Progress = { files: 0, bytes: 0 }
  const tell = () =>
    onProgress({ files: sent.files, bytes: sent.bytes + [...under.values()].reduce((sum, n) => sum + n, 0) })
  const line = async () => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      const { file } = next
      const error = await put(batchId, next, signal, (bytes) => {
        under.set(file, bytes)
        tell()
      })
      under.delete(file)
      if (error) failed.push({ ...next, error })
      else {
        sent.files++
        sent.bytes += file.size
      }
      tell()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
  return failed
}

/** XMLHttpRequest, because fetch does not tell how much of a body has gone. @returns why it failed, or null */
function put(
  batchId: string,
  { path, file }: Dropped,
  signal: AbortSignal,
  onBytes: (sent: number) => void,
): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const end = (error: string | null) => {
      signal.removeEventListener('abort', stop)
      resolve(error)
    }
    signal.addEventListener('abort', stop)
    request.open('PUT', `/api/batches/${batchId}/files?path=${encodeURIComponent(path)}`)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded }) => onBytes(loaded)
    request.onload = () =>
      end(request.status < 300 ? null : ((request.response as { error?: string } | null)?.error ?? 'internal'))
    request.onerror = () => end('offline')
    request.onabort = () => end('cancelled')
    request.send(file)
  })
}

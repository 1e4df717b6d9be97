import type { DropWords } from '#app/(desk)/batches/_components/drop-words.ts'
import type { Failed } from '#app/(desk)/batches/_components/send-files.ts'

const SHOWN = 8

/** Which files did not arrive, and why. */
export function FailedFiles({ failed, words }: { failed: Failed[]; words: DropWords }) {
  return (
    <div role="alert" className="text-bad">
      <p>{words.failed}</p>
      <ul>
        {failed.slice(0, SHOWN).map(({ path, error }) => (
          <li key={path}>
            <bdi className="font-semibold">{path}</bdi>: {words.errors[error] ?? words.errors.internal}
          </li>
        ))}
      </ul>
      {failed.length > SHOWN && <p>{words.more.replace('{count}', String(failed.length - SHOWN))}</p>}
    </div>
  )
}

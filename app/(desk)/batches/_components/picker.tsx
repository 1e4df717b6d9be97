import { chosenFiles, type Dropped } from '#app/(desk)/batches/_components/dropped-files.ts'
import { buttonClass } from '#components/ui/button.tsx'

/** A real file input, seen as a button: it opens by mouse, by Enter and Space, and by its key. */
export function Picker({
  label,
  hotkey,
  onFiles,
  folder = false,
}: {
  label: string
  hotkey: string
  onFiles: (files: Dropped[]) => void
  folder?: boolean
}) {
  return (
    <label
      className={`${buttonClass(folder ? 'plain' : 'primary')} cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent`}
    >
      {label}
      <input
        type="file"
        multiple
        {...(folder ? { webkitdirectory: '' } : {})}
        aria-keyshortcuts={hotkey}
        aria-label={label}
        className="sr-only"
        onChange={(event) => onFiles(chosenFiles(event.target.files))}
      />
    </label>
  )
}

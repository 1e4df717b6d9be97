'use client'

/** One key goes from tag to tag: what is in focus there refuses it, and what stands before that accepts it. */
export function TagKeys({ label }: { label: string }) {
  const toNext = () => {
    const rows = [...document.querySelectorAll('[data-tag-row]')].filter((row) => row.checkVisibility())
    const next = rows[(rows.findIndex((row) => row.contains(document.activeElement)) + 1) % rows.length]
    const buttons = next?.querySelectorAll('button')
    buttons?.[buttons.length - 1]?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <button type="button" tabIndex={-1} aria-keyshortcuts="b" onClick={toNext} className="sr-only">
      {label}
    </button>
  )
}

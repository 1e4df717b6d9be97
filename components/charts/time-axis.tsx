/** The ends of a time axis. They are laid out like any line of the page, so time runs as its reader reads. */
export function TimeAxis({ from, to }: { from: string; to: string }) {
  return (
    <p className="flex justify-between text-xs text-muted">
      <span>{from}</span>
      <span>{to}</span>
    </p>
  )
}

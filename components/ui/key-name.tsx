/** The key of a button, written on it for those who see; the others hear it from `aria-keyshortcuts`. */
export const KeyName = ({ name }: { name: string }) => (
  <span aria-hidden="true" dir="ltr" className="rounded border border-current px-1 font-mono text-xs">
    {name}
  </span>
)

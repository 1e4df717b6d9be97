/** How far something is, of a known whole. */
export const Progress = ({ label, value, max }: { label: string; value: number; max: number }) => (
  <progress
    aria-label={label}
    value={value}
    max={max}
    className="my-1 block h-2 w-full min-w-40 appearance-none overflow-hidden rounded bg-raised [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-accent"
  />
)

import type { ButtonHTMLAttributes } from 'react'

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:opacity-90',
  plain: 'border border-edge bg-surface hover:bg-raised',
  quiet: 'text-accent hover:bg-accent-soft',
  danger: 'border border-bad text-bad hover:bg-bad-soft',
}

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: keyof typeof LOOKS
  small?: boolean
  /** The key that presses it (components/ui/keys.tsx); shown in its tip and in the list of keys. */
  hotkey?: string
}

export const buttonClass = (look: keyof typeof LOOKS = 'plain', small = false) =>
  `inline-flex items-center justify-center gap-1.5 rounded-md font-semibold transition-colors disabled:opacity-50 ${
    small ? 'min-h-7 px-2 text-sm' : 'min-h-9 px-3.5'
  } ${LOOKS[look]}`

export function Button({ look = 'plain', small = false, hotkey, className = '', type = 'submit', ...rest }: Props) {
  return (
    <button
      type={type}
      {...(hotkey ? { 'aria-keyshortcuts': hotkey } : {})}
      className={`${buttonClass(look, small)} ${className}`}
      {...rest}
    />
  )
}

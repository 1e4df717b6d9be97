import type { ButtonHTMLAttributes } from 'react'

/** Named in app/globals.css. */
const LOOKS = {
  primary: 'button-primary',
  plain: 'button-plain',
  quiet: 'button-quiet',
  danger: 'button-danger',
}

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: keyof typeof LOOKS
  small?: boolean
  /** The key that presses it (components/ui/keys.tsx); shown in its tip and in the list of keys. */
  hotkey?: string
}

export const buttonClass = (look: keyof typeof LOOKS = 'plain', small = false) =>
  `button ${small ? 'button-small ' : ''}${LOOKS[look]}`

export function Button({ look = 'plain', small = false, hotkey, className = '', type = 'submit', ...rest }: Props) {
  return (
    <button
      type={type}
      {...(hotkey ? { 'aria-keyshortcuts': hotkey } : {})}
      className={`${buttonClass(look, small)} ${className}`.trim()}
      {...rest}
    />
  )
}

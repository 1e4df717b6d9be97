import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react'

export const controlClass = 'min-h-9 w-full rounded-md border border-edge bg-surface px-2.5 placeholder:text-muted'

/** A labelled control with an optional hint; the label wraps it, so no id is needed. */
export function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <label className="block">
      <span className="mb-1 block text-sm font-semibold">{label}</span>
      {children}
      {hint && <span className="mt-1 block text-sm text-muted">{hint}</span>}
    </label>
  )
}

export const Input = ({ className = '', ...rest }: InputHTMLAttributes<HTMLInputElement>) => (
  <input className={`${controlClass} ${className}`} {...rest} />
)

export const Select = ({ className = '', ...rest }: SelectHTMLAttributes<HTMLSelectElement>) => (
  <select className={`${controlClass} ${className}`} {...rest} />
)

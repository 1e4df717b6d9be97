import type { ReactNode } from 'react'

const TONES = {
  neutral: 'bg-raised text-muted',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  doubt: 'bg-doubt-soft text-doubt',
  bad: 'bg-bad-soft text-bad',
}

export type Tone = keyof typeof TONES

export function Badge({ tone = 'neutral', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span
      title={title}
      className={`inline-flex items-center gap-1 rounded px-1.5 text-sm whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  )
}

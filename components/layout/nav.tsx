'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

type Place = { href: string; label: string; badge?: { text: string; title: string } }

export function Nav({ label, places }: { label: string; places: Place[] }) {
  const path = usePathname()
  const nav = useRef<HTMLElement>(null)
  // On a phone the bar is wider than the screen: the place one is at is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the place has changed
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [path])
  return (
    <nav ref={nav} aria-label={label} className="relative flex gap-0.5 overflow-x-auto max-md:order-last max-md:w-full">
      {places.map(({ href, label, badge }) => {
        const here = path === href || path.startsWith(`${href}/`)
        return (
          <Link
            key={href}
            href={href}
            prefetch={false}
            {...(here ? { 'aria-current': 'page' as const } : {})}
            className={`rounded-md px-2.5 py-1 whitespace-nowrap ${here ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-raised'}`}
          >
            {label}
            {badge && (
              <span title={badge.title} className="ms-1 rounded bg-doubt-soft px-1 text-sm font-semibold text-doubt">
                <span aria-hidden>{badge.text}</span>
                <span className="sr-only">{badge.title}</span>
              </span>
            )}
          </Link>
        )
      })}
    </nav>
  )
}

'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

export function Nav({ label, places }: { label: string; places: { href: string; label: string }[] }) {
  const path = usePathname()
  return (
    <nav aria-label={label} className="flex gap-0.5 overflow-x-auto max-md:order-last max-md:w-full">
      {places.map(({ href, label }) => {
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
          </Link>
        )
      })}
    </nav>
  )
}

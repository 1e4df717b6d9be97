import Link from 'next/link'
import type { ReactNode } from 'react'
import { FlashBar } from '#components/layout/flash-bar.tsx'
import { LanguageSwitch } from '#components/layout/language-switch.tsx'
import { Nav } from '#components/layout/nav.tsx'
import { NoticesLink } from '#components/layout/notices-link.tsx'
import { PaletteButton } from '#components/layout/palette-button.tsx'
import { ThemeSwitch } from '#components/layout/theme-switch.tsx'
import { Button } from '#components/ui/button.tsx'
import { Keys } from '#components/ui/keys.tsx'
import { type Action, may } from '#lib/access/policy.ts'
import type { Actor } from '#lib/db/context.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { signOut } from '#lib/web/preferences.ts'

const PLACES = [
  ['desk', '/desk', 'article:read'],
  ['stories', '/stories', 'article:read'],
  ['review', '/review', 'story:edit'],
  ['watches', '/watches', 'rule:edit'],
  ['annotations', '/annotations', 'article:read'],
  ['dashboards', '/dashboards', 'dashboard:read'],
  ['attention', '/attention', 'dashboard:read'],
  ['batches', '/batches', 'address:fetch'],
  ['sources', '/sources', 'source:manage'],
  ['topics', '/topics', 'taxonomy:edit'],
  ['entities', '/entities', 'taxonomy:edit'],
  ['users', '/users', 'user:manage'],
  ['audit', '/audit', 'audit:read'],
] as const satisfies readonly (readonly [string, string, Action])[]

type Props = {
  actor: Actor
  /** How many things need a look; null where that is not known, or not for this actor. */
  attention: number | null
  /** How many notices the actor has not seen. */
  notices: number
  children: ReactNode
}

/** What stands around every screen behind sign-in. It hides what a role cannot open; the server refuses it anyway. */
export async function Shell({ actor, attention, notices, children }: Props) {
  const { t, number } = await requestI18n()
  const badge = attention ? { text: number(attention), title: t('attention.badge', { count: attention }) } : undefined
  const places = PLACES.filter(([, , action]) => may(actor.role, action))
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-50 focus:bg-surface focus:p-2"
      >
        {t('common.skip')}
      </a>
      <header className="sticky top-0 z-20 border-b border-edge bg-surface">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
          <Link href="/desk" className="text-xl font-semibold text-accent">
            {t('common.name')}
          </Link>
          <Nav
            label={t('common.nav.label')}
            places={places.map(([name, href]) => ({
              href,
              label: t(`common.nav.${name}`),
              ...(name === 'attention' && badge ? { badge } : {}),
            }))}
          />
          <div className="ms-auto flex items-center gap-1">
            <PaletteButton
              userId={actor.userId ?? ''}
              places={[
                ...places.map(([name, href]) => ({ href, label: t(`common.nav.${name}`) })),
                { href: '/account', label: t('common.nav.account') },
              ]}
              label={t('palette.open')}
              words={{
                title: t('palette.title'),
                input: t('palette.input'),
                hint: t('palette.hint'),
                none: t('palette.none'),
                failed: t('palette.failed'),
                search: t('palette.search'),
                actions: t('palette.actions'),
                places: t('palette.places'),
                recent: t('palette.recent'),
                found: t('palette.found'),
                close: t('common.close'),
              }}
            />
            <NoticesLink count={notices} />
            <Link href="/account" title={t('common.nav.account')} className="px-1 text-sm text-muted hover:underline">
              <bdi>{actor.name}</bdi>
              <span className="max-sm:hidden"> · {t(`common.role.${actor.role}`)}</span>
            </Link>
            <ThemeSwitch />
            <LanguageSwitch />
            <form action={signOut}>
              <Button look="quiet" small>
                {t('common.nav.signOut')}
              </Button>
            </form>
          </div>
        </div>
      </header>
      <FlashBar />
      <main id="content">{children}</main>
      <Keys title={t('common.keys.title')} close={t('common.close')} />
    </>
  )
}

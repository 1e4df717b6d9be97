import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { type Action, may } from '#lib/access/policy.ts'
import { currentActor } from '#lib/auth/current-actor.ts'
import { AppError } from '#lib/core/errors.ts'
import { prisma } from '#lib/db/client.ts'
import type { Actor, Context } from '#lib/db/context.ts'

export type PageContext = Context & { actor: Extract<Actor, { userId: string }> }

/**
 * The context of a page: to sign-in without a session (and back), to the refusal without the right.
 * Protects nothing by itself: each query and command asks for its own permission.
 */
export async function pageContext(action: Action = 'article:read'): Promise<PageContext> {
  const actor = await currentActor()
  if (!actor || actor.userId === null) {
    const path = (await headers()).get('next-url') ?? '/desk'
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`)
  }
  if (!may(actor.role, action)) redirect('/refused')
  return { db: prisma(), actor, now: () => new Date() }
}

/** Runs a query of a page; what it cannot find becomes the not-found page. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    if (error instanceof AppError && error.key === 'notFound') notFound()
    throw error
  }
}

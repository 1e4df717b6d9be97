import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { requestContext } from '#lib/auth/current-actor.ts'
import { AppError, type ErrorKey, type Theirs } from '#lib/core/errors.ts'
import { log } from '#lib/core/log.ts'
import { holdsNul } from '#lib/core/plain-words.ts'
import type { Context } from '#lib/db/context.ts'
import { setFlash } from '#lib/web/flash.ts'

/** What a command gives back to the screen: its audit event (for the undo bar), and where to go next. */
export type Outcome = { eventId?: string | undefined; redirectTo?: string | undefined; note?: string | undefined }
export type ActionResult = { ok: true; eventId?: string | undefined } | Refusal
/** `theirs`: what somebody else changed first, for the form to put the choice (components/article/edit-form.tsx). */
type Refusal = { ok: false; error: ErrorKey; theirs?: Theirs | undefined }

/**
 * A command as a server action, for `<form action={…}>`. Parses the form once (fields whose name ends in `[]` become
 * arrays), runs the command, and leaves a flash that the next page shows. Known failures become their sentence,
 * unknown ones are logged.
 */
export function action<S extends z.ZodType>(
  schema: S,
  command: (ctx: Context, input: z.output<S>) => Promise<Outcome | void>,
  /** The form asks what to do about a conflict itself: nothing is said above the page. */
  { asksItself = false } = {},
) {
  return async (input: FormData | z.input<S>): Promise<ActionResult> => {
    let outcome: Outcome | void
    const started = performance.now()
    try {
      const parsed = schema.safeParse(input instanceof FormData ? formObject(input) : input)
      if (!parsed.success) throw new AppError('invalid', { issues: parsed.error.issues.map((i) => i.path.join('.')) })
      if (holdsNul(parsed.data)) throw new AppError('invalid', { issues: ['NUL'] })
      outcome = await command(await requestContext(), parsed.data)
    } catch (error) {
      const key = error instanceof AppError ? error.key : 'internal'
      if (key === 'internal') log.error({ err: error, command: command.name }, 'action failed')
      else log.info({ command: command.name, refused: key, ms: Math.round(performance.now() - started) }, 'action')
      const { at, theirs } = error instanceof AppError ? error.details : {}
      if (!(asksItself && theirs)) await setFlash({ error: key, at })
      return { ok: false, error: key, theirs }
    }
    log.info({ command: command.name, ms: Math.round(performance.now() - started) }, 'action')
    if (outcome?.eventId) await setFlash({ event: outcome.eventId })
    else if (outcome?.note) await setFlash({ note: outcome.note })
    revalidatePath('/', 'layout')
    if (outcome?.redirectTo) redirect(outcome.redirectTo)
    return { ok: true, eventId: outcome?.eventId }
  }
}

/** A form as a plain object; empty fields stay empty strings, so that a schema can tell them from missing ones. */
export function formObject(form: FormData): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue
    if (key.endsWith('[]')) object[key.slice(0, -2)] = form.getAll(key)
    else object[key] = form.get(key)
  }
  return object
}

import { parseArgs } from 'node:util'
import { type Command, UsageError } from '#lib/cli/command.ts'
import type { Context } from '#lib/db/context.ts'

export const command: Command = {
  summary: 'accounts: add, list, disable EMAIL, enable EMAIL, reset EMAIL',
  help: `Usage: mirqab user add --email ADDRESS --name NAME --role admin|manager|editor
       mirqab user list
       mirqab user disable ADDRESS     closes the account and ends its sessions
       mirqab user enable ADDRESS      opens it again
       mirqab user reset ADDRESS       cancels the password and ends its sessions

add and reset print a link, good once and for 72 hours, with which the owner sets a password. It begins with
NEXTAUTH_URL, or else with http://localhost:3000. The first admin of a new installation is made like this:

  mirqab user add --email salma@desk.example --name "سلمى" --role admin
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
    })
    const [what = '', email = values.email] = positionals
    const act = ACTS[what]
    if (!act) throw new UsageError('say add, list, disable, enable or reset')
    if (what !== 'list' && !email) {
      throw new UsageError(`name the account: mirqab user ${what} ${what === 'add' ? '--email ' : ''}ADDRESS`)
    }
    const { withContext } = await import('#lib/cli/with-context.ts')
    const { AppError } = await import('#lib/core/errors.ts')
    try {
      await withContext((ctx) => act(ctx, { ...values, email: email ?? '' }))
      return 0
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { i18nFor } = await import('#lib/i18n/i18n.ts')
      throw new Error(i18nFor('en').t(`errors.${error.key}`))
    }
  },
}

type Given = { email: string; name?: string | undefined; role?: string | undefined }

const ACTS: Record<string, (ctx: Context, given: Given) => Promise<void>> = {
  async add(ctx, given) {
    const { AddUserInput, addUser } = await import('#lib/users/add-user.ts')
    const input = AddUserInput.safeParse(given)
    if (!input.success) {
      const wrong = new Set(input.error.issues.map((issue) => `--${String(issue.path[0])}`))
      throw new UsageError(`missing or not valid: ${[...wrong].join(', ')}`)
    }
    const { token } = await addUser(ctx, input.data)
    await printLink(`added ${input.data.email}`, token)
  },
  async list({ db }) {
    const users = await db.user.findMany({ orderBy: { email: 'asc' } })
    for (const { email, role, name, disabledAt, passwordHash } of users) {
      const state = disabledAt ? 'disabled' : passwordHash ? 'active' : 'no password yet'
      console.log([email, role, state, name].join('\t'))
    }
  },
  async disable(ctx, { email }) {
    const { disableUser } = await import('#lib/users/disable-user.ts')
    await disableUser(ctx, { userId: await idOf(ctx, email) })
    console.log(`disabled ${email}`)
  },
  async enable(ctx, { email }) {
    const { enableUser } = await import('#lib/users/enable-user.ts')
    await enableUser(ctx, { userId: await idOf(ctx, email) })
    console.log(`enabled ${email}`)
  },
  async reset(ctx, { email }) {
    const { resetPassword } = await import('#lib/users/reset-password.ts')
    const { token } = await resetPassword(ctx, { userId: await idOf(ctx, email) })
    await printLink(`the password of ${email} is cancelled`, token)
  },
}

async function idOf({ db }: Context, email: string): Promise<string> {
  const user = await db.user.findUnique({ where: { email: email.trim().toLowerCase() }, select: { id: true } })
  if (!user) throw new Error(`there is no account ${email}: mirqab user list shows them`)
  return user.id
}

async function printLink(done: string, token: string): Promise<void> {
  const { welcomeAddress } = await import('#lib/users/password-link.ts')
  console.log(`${done}; this link sets the password, once, within 72 hours:\n${welcomeAddress(token)}`)
}

import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { clientAddress } from '#lib/auth/client-address.ts'
import { knownDevice, rememberDevice } from '#lib/auth/remember-device.ts'
import { signIn } from '#lib/auth/sign-in.ts'
import { env } from '#lib/core/env.ts'
import { AppError } from '#lib/core/errors.ts'
import { log } from '#lib/core/log.ts'
import { prisma } from '#lib/db/client.ts'

const Credentials = z.object({
  email: z
    .string()
    .min(3)
    .max(254)
    .regex(/^[^\0]+$/),
  password: z.string().min(1).max(1024),
})

/** next-auth: a signed cookie names the account and its session version; current-actor.ts checks both each time. */
export const authOptions = (): NextAuthOptions => ({
  ...(env().NEXTAUTH_SECRET ? { secret: env().NEXTAUTH_SECRET as string } : {}),
  session: { strategy: 'jwt', maxAge: 12 * 3600 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({
      name: 'password',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(credentials, request) {
        const parsed = Credentials.safeParse(credentials)
        if (!parsed.success) return null
        try {
          const address = clientAddress(request.headers ?? {})
          const device = await knownDevice(parsed.data.email)
          const user = await signIn(prisma(), { ...parsed.data, address, device }, new Date())
          if (user) await rememberDevice(user.email)
          return user
        } catch (error) {
          if (error instanceof AppError) throw new Error(error.key)
          log.error({ err: error }, 'sign-in failed')
          throw new Error('internal')
        }
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (user) {
        token.sub = user.id
        token.version = (user as { sessionVersion?: number }).sessionVersion
      }
      return token
    },
    session({ session, token }) {
      return Object.assign(session, { userId: token.sub, version: token.version })
    },
    /** Only to our own pages: an address given from outside could lead anywhere. */
    redirect({ url, baseUrl }) {
      if (url.startsWith('/') && !url.startsWith('//') && !url.startsWith('/\\')) return `${baseUrl}${url}`
      return URL.canParse(url) && new URL(url).origin === baseUrl ? url : baseUrl
    },
  },
})

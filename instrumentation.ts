/** Next calls this once when a server starts, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { env } = await import('#lib/core/env.ts')
  const { keepSocketAddress } = await import('#lib/auth/socket-address.ts')
  if (env().TRUST_PROXY !== '1') keepSocketAddress()
}

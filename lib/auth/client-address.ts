import { isIPv6 } from 'node:net'

/**
 * Whose failed sign-ins are counted together: the caller's address, of IPv6 the network (/64) that one subscriber has.
 * The header holds what socket-address.ts put there or, behind a proxy of ours (TRUST_PROXY), what the proxy added last.
 */
export function clientAddress(headers: Record<string, unknown> | Headers): string {
  const forwarded = headers instanceof Headers ? headers.get('x-forwarded-for') : headers['x-forwarded-for']
  const last = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined
  return last ? networkOf(last) : 'unknown'
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || !isIPv6(address)) return mapped ?? address.slice(0, 64)
  const [before = '', after] = address.toLowerCase().split('::')
  const groups = before === '' ? [] : before.split(':')
  const rest = after ? after.split(':') : []
  const whole = after === undefined ? groups : [...groups, ...Array(8 - groups.length - rest.length).fill('0'), ...rest]
  return `${whole.slice(0, 4).join(':')}::/64`
}

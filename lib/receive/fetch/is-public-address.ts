import { BlockList, isIPv4, isIPv6 } from 'node:net'

// What may stand in the internet's routing tables, by the IANA special-purpose address registries:
// https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry
const NOT_PUBLIC_V4 = blockOf('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  // Multicast, and all that is reserved up to 255.255.255.255.
  '224.0.0.0/3',
  // Global by number, but answered by the host inside every Azure machine.
  '168.63.129.16/32',
])

// All of IPv6 that is assigned to the internet; loopback, mapped, local, link-local and multicast are outside of it.
const GLOBAL_V6 = blockOf('ipv6', ['2000::/3'])
const NOT_PUBLIC_V6 = blockOf('ipv6', [
  // Protocol assignments: Teredo with an IPv4 address inside, benchmarks, ORCHID.
  '2001::/23',
  '2001:db8::/32',
  // 6to4: an IPv4 address inside.
  '2002::/16',
  '3fff::/20',
])
// Networks without IPv4 reach it through these: the last 32 bits are the address that is meant (RFC 6052).
const NAT64 = blockOf('ipv6', ['64:ff9b::/96'])

/** Whether a literal address (`1.2.3.4`, `2001:db8::1`) is one of the public internet. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !NOT_PUBLIC_V4.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  if (NAT64.check(address, 'ipv6')) return isPublicAddress(lastAsV4(address))
  return GLOBAL_V6.check(address, 'ipv6') && !NOT_PUBLIC_V6.check(address, 'ipv6')
}

/** The last 32 bits of an IPv6 address as IPv4. `URL` writes every form of one alike: `64:ff9b::102:304`. */
function lastAsV4(address: string): string {
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':')
  const [high, low] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16)) as [number, number]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

function blockOf(family: 'ipv4' | 'ipv6', ranges: string[]): BlockList {
  const block = new BlockList()
  for (const range of ranges) {
    const [network = '', bits] = range.split('/')
    block.addSubnet(network, Number(bits), family)
  }
  return block
}

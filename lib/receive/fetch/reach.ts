import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { env } from '#lib/core/env.ts'
import { FetchError } from '#lib/receive/fetch/fetch-error.ts'
import { isPublicAddress } from '#lib/receive/fetch/is-public-address.ts'

/** How names become addresses, and which of those may be connected to. */
export type Reach = {
  resolve: (hostname: string) => Promise<LookupAddress[]>
  permits: (hostname: string, address: string) => boolean
}

let own: Reach | undefined

/** The system's resolver; the public internet, and what MIRQAB_FETCH_ALLOW names beside it. */
export function ownReach(): Reach {
  own ??= reachOf(env().MIRQAB_FETCH_ALLOW)
  return own
}

/**
 * @param exceptions host names, addresses and ranges beside the public internet: `intranet.example.org, 10.1.0.0/16`
 * @throws where one of them is none
 */
export function reachOf(exceptions: string, resolve: Reach['resolve'] = resolveAll): Reach {
  const hosts = new Set<string>()
  const ranges = new BlockList()
  for (const entry of exceptions.split(',').map((part) => part.trim().toLowerCase())) {
    const [network = '', bits] = entry.split('/')
    if (isIP(network)) ranges.addSubnet(network, Number(bits ?? (isIP(network) === 4 ? 32 : 128)), familyOf(network))
    else if (bits !== undefined) throw new Error(`the environment variable MIRQAB_FETCH_ALLOW is not right: ${entry}`)
    else if (entry) hosts.add(entry)
  }
  return {
    resolve,
    permits: (hostname, address) =>
      hosts.has(hostname) ||
      isPublicAddress(address) ||
      (isIP(address) !== 0 && ranges.check(address, familyOf(address))),
  }
}

/**
 * The addresses of a host, each of them checked: connect to these and to no others, and a name that changes its mind
 * changes nothing.
 * @throws FetchError fetch-dns, fetch-private (even one of several: no honest name has both)
 */
export async function checkedAddresses(hostname: string, reach: Reach): Promise<LookupAddress[]> {
  const family = isIP(hostname)
  const found = family ? [{ address: hostname, family }] : await reach.resolve(hostname).catch(() => [])
  if (found.length === 0) throw new FetchError({ key: 'fetch-dns', host: hostname })
  if (!found.every(({ address }) => reach.permits(hostname, address))) {
    throw new FetchError({ key: 'fetch-private', host: hostname })
  }
  return found
}

const resolveAll = (hostname: string): Promise<LookupAddress[]> => lookup(hostname, { all: true })

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

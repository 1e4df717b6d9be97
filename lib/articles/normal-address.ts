/** Parameters that say where a reader came from, not what is read: Google, Meta, Microsoft, newsletters. */
const TRACKING = /^(?:utm_\w+|gclid|gbraid|wbraid|dclid|fbclid|igshid|msclkid|mc_cid|mc_eid|_ga|yclid|ocid|ref_src)$/i

/** One article has one address: without fragment and tracking, host in lower case. Null where it is no web address. */
export function normalAddress(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  return url.href
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { fetchAddress } from '#lib/receive/fetch/fetch-address.ts'
import { reachOf } from '#lib/receive/fetch/reach.ts'
import { aSite } from '#tests/support/a-site.ts'

const LIMITS = { maxBytes: 10_000, maxMs: 5000 }
/** Nothing but the public internet, and one name that stands for this machine. */
const reach = reachOf('news.test', async (host) =>
  host.endsWith('.test') || host.startsWith('localhost')
    ? [{ address: '127.0.0.1', family: 4 }]
    : Promise.reject(new Error('unknown')),
)
const isPrivate = { problem: { key: 'fetch-private' } }

/** A server that must never be asked. @returns its port, and how many connections it has seen */
async function aSecret() {
  let connections = 0
  const server = createServer((_, response) => response.end('the keys')).on('connection', () => {
    connections++
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  onTestFinished(() => void server.close())
  return { port: (server.address() as AddressInfo).port, connections: () => connections }
}

test.each([
  'http://127.0.0.1:PORT/',
  'http://localhost:PORT/',
  'http://localhost.:PORT/',
  'http://LOCALHOST:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0:PORT/',
  'http://0x7f.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://127.1:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://127。0。0。1:PORT/',
  'http://[::1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[0:0:0:0:0:ffff:7f00:1]:PORT/',
  'http://[64:ff9b::127.0.0.1]:PORT/',
  'http://other.test:PORT/',
  'http://169.254.169.254/latest/meta-data/',
])('%s is never asked, neither pasted nor by a redirect', async (template) => {
  const secret = await aSecret()
  const address = template.replace('PORT', String(secret.port))
  await expect(fetchAddress(address, LIMITS, reach)).rejects.toMatchObject(isPrivate)
  const location = Buffer.from(address).toString('latin1')
  const port = await aSite((_, response) => response.writeHead(302, { location }).end())
  await expect(fetchAddress(`http://news.test:${port}/`, LIMITS, reach)).rejects.toMatchObject(isPrivate)
  expect(secret.connections()).toBe(0)
})

test('a name with one public and one private address is not asked at all', async () => {
  const both = reachOf('', async () => [
    { address: '8.8.8.8', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ])
  await expect(fetchAddress('http://both.test/', LIMITS, both)).rejects.toMatchObject(isPrivate)
})

test('a name that changes its mind after the check changes nothing: it is resolved once, and connected to what was checked', async () => {
  const secret = await aSecret()
  let asked = 0
  // TEST-NET is allowed here as a stand-in for a public server: nothing answers there.
  const fickle = reachOf('192.0.2.0/24', async () => {
    asked++
    return [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]
  })
  await expect(
    fetchAddress(`http://fickle.test:${secret.port}/`, { ...LIMITS, maxMs: 400 }, fickle),
  ).rejects.toMatchObject({ problem: { key: expect.stringMatching(/^fetch-(slow|refused)$/) } })
  expect(asked).toBe(1)
  expect(secret.connections()).toBe(0)
})

test('whom the connection was really made to is looked at before a byte is sent', async () => {
  let requests = 0
  const port = await aSite((_, response) => {
    requests++
    response.end('the keys')
  })
  let looked = 0
  const once = {
    ...reachOf('news.test', async () => [{ address: '127.0.0.1', family: 4 }]),
    permits: () => looked++ === 0,
  }
  await expect(fetchAddress(`http://news.test:${port}/`, LIMITS, once)).rejects.toMatchObject(isPrivate)
  expect([looked, requests]).toEqual([2, 0])
})

test.each([
  'file:///etc/passwd',
  'ftp://news.test/',
  'gopher://news.test/',
  'data:text/html,x',
  'javascript:alert(1)',
  'news.test/page',
  'http://',
  'http://[fe80::1%25eth0]/',
  '',
])('%s is no address to ask, neither pasted nor by a redirect', async (address) => {
  const refused = { problem: { key: 'fetch-address' } }
  await expect(fetchAddress(address, LIMITS, reach)).rejects.toMatchObject(refused)
  if (!/^\w+:/.test(address)) return
  const port = await aSite((_, response) => response.writeHead(301, { location: address }).end())
  await expect(fetchAddress(`http://news.test:${port}/`, LIMITS, reach)).rejects.toMatchObject(refused)
})

test('a password in an address is refused, not sent', async () => {
  const refused = { problem: { key: 'fetch-credentials' } }
  await expect(fetchAddress('http://me:secret@news.test/', LIMITS, reach)).rejects.toMatchObject(refused)
  const port = await aSite((_, response) => response.writeHead(302, { location: 'http://me@news.test/' }).end())
  await expect(fetchAddress(`http://news.test:${port}/`, LIMITS, reach)).rejects.toMatchObject(refused)
})

test('what an admin allows may be asked: hosts, addresses and ranges, and nothing beside them', async () => {
  const port = await aSite((_, response) => response.end('ok'))
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  for (const allowed of ['intranet.test', ' 10.0.0.0/8 , 127.0.0.1', '127.0.0.0/8'])
    expect(await fetchAddress(`http://intranet.test:${port}/`, LIMITS, reachOf(allowed, resolve))).toMatchObject({
      status: 200,
    })
  for (const other of ['', 'other.test', '127.0.0.2', '10.0.0.0/8', '::1'])
    await expect(fetchAddress(`http://intranet.test:${port}/`, LIMITS, reachOf(other, resolve))).rejects.toMatchObject(
      isPrivate,
    )
  expect(() => reachOf('10.0.0/8', resolve)).toThrow('MIRQAB_FETCH_ALLOW')
})

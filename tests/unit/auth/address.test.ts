import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { clientAddress } from '#lib/auth/client-address.ts'
import { keepSocketAddress } from '#lib/auth/socket-address.ts'

const from = (address: string) => clientAddress({ 'x-forwarded-for': address })

test('behind a proxy the address that the proxy added counts, not what the caller wrote before it', () => {
  expect(from('1.2.3.4, 198.51.100.7')).toBe('198.51.100.7')
  expect(clientAddress({})).toBe('unknown')
})

test('the addresses of one IPv6 network count as one, mapped ones as the IPv4 addresses they are', () => {
  expect(from('2001:db8:1:2:aaaa::1')).toBe(from('2001:db8:1:2:ffff:1:2:3'))
  expect(from('2001:db8:1:2::1')).not.toBe(from('2001:db8:1:3::1'))
  expect(from('::ffff:192.0.2.5')).toBe('192.0.2.5')
})

test('without a proxy a request counts for the address of its socket, whatever it says of itself', async () => {
  keepSocketAddress()
  const server = http.createServer((request, response) => response.end(clientAddress(request.headers)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect(await answer.text()).toBe('127.0.0.1')
  await new Promise((resolve) => server.close(resolve))
})

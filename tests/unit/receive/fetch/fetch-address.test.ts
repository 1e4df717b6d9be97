import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fetchAddress } from '#lib/receive/fetch/fetch-address.ts'
import { reachOf } from '#lib/receive/fetch/reach.ts'
import { aSite } from '#tests/support/a-site.ts'

const reach = reachOf('news.test', async () => [{ address: '127.0.0.1', family: 4 }])
const get = (
  port: number,
  path = '/',
  options: { maxBytes?: number; maxMs?: number; headers?: Record<string, string> } = {},
) => fetchAddress(`http://news.test:${port}${path}`, { maxBytes: 100_000, maxMs: 10_000, ...options }, reach)
const text = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString()

test('what is at an address comes with its status, its headers and where it was found', async () => {
  const port = await aSite((request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/plain', ETag: '"1"' }).end(request.headers['user-agent']),
  )
  const fetched = await get(port, '/a?b=c#d')
  expect(fetched).toMatchObject({
    status: 200,
    address: `http://news.test:${port}/a?b=c`,
    headers: { 'content-type': 'text/plain', etag: '"1"' },
  })
  expect(text(fetched)).toMatch(/^Mirqab\/\d/)
  expect(fetched).not.toHaveProperty('redirectedForever')
})

test.each([304, 404, 429, 503])('an answer with %d is an answer', async (status) => {
  const port = await aSite((request, response) => {
    const isAsked = request.headers['if-none-match'] === '"1"'
    response.writeHead(isAsked ? status : 200, { 'Content-Encoding': 'gzip', 'Retry-After': '60' }).end()
  })
  const fetched = await get(port, '/', { headers: { 'If-None-Match': '"1"' } })
  expect(fetched).toMatchObject({ status, headers: { 'retry-after': '60' } })
  expect(fetched.bytes).toHaveLength(0)
})

const PAGE = 'قال المدير إن الأشغال تنطلق الأسبوع المقبل. '.repeat(50)
test.each([
  ['gzip', gzipSync(PAGE)],
  ['x-gzip', gzipSync(PAGE)],
  ['deflate', deflateSync(PAGE)],
  ['deflate', deflateRawSync(PAGE)],
  ['br', brotliCompressSync(PAGE)],
  ['zstd', zstdCompressSync(PAGE)],
  ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
  ['identity', Buffer.from(PAGE)],
])('a page packed with %s is unpacked', async (encoding, bytes) => {
  const port = await aSite((_, response) => response.writeHead(200, { 'Content-Encoding': encoding }).end(bytes))
  expect(text(await get(port))).toBe(PAGE)
})

test('redirects are followed; where an address has moved for good is told as far as that is said', async () => {
  const moves: Record<string, [number, string]> = {
    '/old': [301, '/newer'],
    '/newer': [308, '/أخبار/اليوم'],
    [encodeURI('/أخبار/اليوم')]: [302, '//news.test:PORT/now?x=1'],
    '/back': [302, '/old'],
  }
  const port = await aSite((request, response) => {
    const move = moves[request.url as string]
    if (!move) return response.end(request.url)
    // As servers do: UTF-8 in a header, byte by byte.
    const location = Buffer.from(move[1].replace('PORT', String(port))).toString('latin1')
    return response.writeHead(move[0], { location }).end('moved')
  })
  const fetched = await get(port, '/old')
  expect(text(fetched)).toBe('/now?x=1')
  expect(fetched).toMatchObject({
    address: `http://news.test:${port}/now?x=1`,
    redirectedForever: `http://news.test:${port}${encodeURI('/أخبار/اليوم')}`,
  })
  expect(await get(port, '/back')).not.toHaveProperty('redirectedForever')
})

test('five redirects are followed, and no sixth; a loop ends', async () => {
  const port = await aSite((request, response) => {
    const left = Number(request.url?.slice(1))
    if (left === 0) response.end('here')
    else response.writeHead(302, { location: `/${left - 1}` }).end()
  })
  expect(text(await get(port, '/5'))).toBe('here')
  const tooMany = { problem: { key: 'fetch-redirects', limit: 5 } }
  await expect(get(port, '/6')).rejects.toMatchObject(tooMany)
  const loop = await aSite((_, response) => response.writeHead(301, { location: '/' }).end())
  await expect(get(loop)).rejects.toMatchObject(tooMany)
})

test('a server that drips a byte at a time is left when the time is up', async () => {
  let isGone = false
  const port = await aSite((_, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write('x'), 50)
    response.on('close', () => {
      isGone = true
      clearInterval(drip)
    })
  })
  await expect(get(port, '/', { maxMs: 500 })).rejects.toMatchObject({ problem: { key: 'fetch-slow' } })
  await expect.poll(() => isGone).toBe(true)
})

test('so is one that never answers, one whose redirects take too long together, and a resolver that says nothing', async () => {
  const slow = { problem: { key: 'fetch-slow' } }
  await expect(get(await aSite(() => {}), '/', { maxMs: 200 })).rejects.toMatchObject(slow)
  const turns = await aSite((_, response) => {
    setTimeout(() => response.writeHead(302, { location: '/' }).end(), 150)
  })
  await expect(get(turns, '/', { maxMs: 400 })).rejects.toMatchObject(slow)
  const silent = reachOf('', () => new Promise(() => {}))
  await expect(fetchAddress('http://a.test/', { maxBytes: 1, maxMs: 100 }, silent)).rejects.toMatchObject(slow)
})

test('a body without an end stops at its limit, and the server is told', async () => {
  let isGone = false
  const port = await aSite((_, response) => {
    response.on('close', () => {
      isGone = true
    })
    const pour = () => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
      if (!response.destroyed) response.once('drain', pour)
    }
    pour()
  })
  await expect(get(port)).rejects.toMatchObject({ problem: { key: 'fetch-too-large', limit: 100_000 } })
  await expect.poll(() => isGone).toBe(true)
})

test('a size that is stated beyond the limit is believed', async () => {
  const port = await aSite((_, response) => {
    response.writeHead(200, { 'Content-Length': 1e12 }).write('x')
  })
  await expect(get(port)).rejects.toMatchObject({ problem: { key: 'fetch-too-large', size: 1e12 } })
})

test.each([
  ['gzip', gzipSync(Buffer.alloc(50 << 20))],
  ['br', brotliCompressSync(Buffer.alloc(50 << 20))],
  ['zstd', zstdCompressSync(Buffer.alloc(50 << 20))],
  ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50 << 20)))],
])('a bomb in %s stops at the limit of what it unpacks to', async (encoding, bomb) => {
  expect(bomb.length).toBeLessThan(100_000)
  const port = await aSite((_, response) => response.writeHead(200, { 'Content-Encoding': encoding }).end(bomb))
  const error = await get(port).catch((thrown) => thrown)
  expect(error).toMatchObject({ problem: { key: 'fetch-too-large' } })
  // What was unpacked beyond the limit: a piece, not the bomb.
  expect(error.problem.size).toBeLessThan(300_000)
})

test('packing that unpacks to nothing has an end too', async () => {
  const empty = gzipSync('')
  const port = await aSite((_, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' })
    for (let i = 0; i < 10_000; i++) response.write(empty)
    response.end()
  })
  await expect(get(port)).rejects.toMatchObject({ problem: { key: 'fetch-too-large' } })
})

test('headers without an end are left', async () => {
  const port = await aSite((_, { socket }) => {
    socket?.write('HTTP/1.1 200 OK\r\n')
    const pour = setInterval(() => socket?.write(`X-More: ${'x'.repeat(5000)}\r\n`), 1)
    socket?.on('close', () => clearInterval(pour))
  })
  await expect(get(port)).rejects.toMatchObject({ problem: { key: 'fetch-broken' } })
})

test.each([
  ['fewer bytes than it states', 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf'],
  ['a chunk that breaks off', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf'],
  ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nhalf'],
  [
    'a change of protocol nobody asked for',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nx',
  ],
  ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['nothing', ''],
  ['gzip that breaks off', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\0'],
  ['gzip that is none', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nplain text'],
])('an answer with %s is broken', async (_, answer) => {
  const port = await aSite((__, { socket }) => socket?.end(Buffer.from(answer, 'latin1')))
  await expect(get(port)).rejects.toMatchObject({ problem: { key: 'fetch-broken', host: 'news.test' } })
})

test('more bytes than it states are not part of the answer', async () => {
  const port = await aSite((_, { socket }) => socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhalf and more'))
  expect(text(await get(port))).toBe('half')
})

test('each other failure says what it is', async () => {
  const port = await aSite((request, response) =>
    response.writeHead(200, { 'Content-Encoding': request.url === '/1' ? 'lzma' : 'br, br, br' }).end('x'),
  )
  await expect(get(port, '/1')).rejects.toMatchObject({ problem: { key: 'fetch-encoding', encoding: 'lzma' } })
  await expect(get(port, '/3')).rejects.toMatchObject({ problem: { key: 'fetch-encoding' } })
  const options = { maxBytes: 1000, maxMs: 5000 }
  await expect(fetchAddress(`https://news.test:${port}/`, options, reach)).rejects.toMatchObject({
    problem: { key: 'fetch-tls' },
  })
  await expect(fetchAddress('http://news.test:1/', options, reach)).rejects.toMatchObject({
    problem: { key: 'fetch-refused' },
  })
  const nowhere = reachOf('', async () => Promise.reject(new Error('ENOTFOUND')))
  await expect(fetchAddress('http://a.test/', options, nowhere)).rejects.toMatchObject({
    problem: { key: 'fetch-dns', host: 'a.test' },
  })
})

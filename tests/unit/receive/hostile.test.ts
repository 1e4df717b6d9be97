import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { deflateSync, gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { expect, test } from 'vitest'
import { LIMITS } from '#lib/receive/limits.ts'
import { aZip } from '#tests/support/a-zip.ts'
import { opened } from '#tests/unit/receive/opened.ts'

/** The problems of a delivery, opened while the memory it takes is watched. */
async function problemsOf(name: string, bytes: Buffer | string, limits = LIMITS) {
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  try {
    const items = await opened(name, bytes, limits)
    expect(Math.max(most, process.memoryUsage().rss) - before).toBeLessThan(700 << 20)
    return items.map((item) => ('problem' in item ? item.problem : 'read'))
  } finally {
    clearInterval(watch)
  }
}

test('a bomb in gzip stops at its limit, whatever it would become', async () => {
  const bomb = gzipSync(Buffer.alloc(64 << 20, 97))
  expect(await problemsOf('bomb.txt.gz', bomb)).toMatchObject([{ key: 'zip-bomb' }])
  expect(await problemsOf('zip.zip', aZip([{ name: 'bomb.txt.gz', bytes: bomb }]))).toMatchObject([{ key: 'zip-bomb' }])
})

test('what many small bombs unpack together has a limit too', async () => {
  const entries = Array.from({ length: 20 }, (_, i) => ({
    name: `${i}.txt.gz`,
    bytes: gzipSync(Buffer.alloc(1 << 20, 97)),
  }))
  const problems = await problemsOf('many.zip', aZip(entries), { ...LIMITS, unpacked: 8 << 20 })
  expect(problems.filter((problem) => problem === 'read').length).toBeLessThan(9)
  expect(problems.at(-1)).toMatchObject({ key: 'zip-bomb' })
})

test('archives in archives in archives are refused, of whatever kinds', async () => {
  const zip = aZip([{ name: 'a.txt', bytes: 'نص' }])
  const header = (name: string, body: Buffer) => ({ header: { name, size: body.length }, body })
  const tar = Buffer.from(await packTar([header('inner.zip', zip)]))
  expect(await problemsOf('two.tgz', gzipSync(tar))).toEqual(['read'])
  const three = Buffer.from(await packTar([header('outer.zip', aZip([{ name: 'inner.tgz', bytes: gzipSync(tar) }]))]))
  expect(await problemsOf('three.tar', three)).toMatchObject([{ key: 'zip-nested' }])
})

test('a tar whose entry states 546 GB is told, not waited for', async () => {
  const tar = Buffer.from(await packTar([{ header: { name: 'خبر.txt', size: 3 }, body: 'abc' }]))
  // The size in base 256, as tar writes sizes beyond 8 GB.
  tar.writeUInt32BE(0x8000_0000, 124)
  tar.writeBigUInt64BE(546_000_000_000n, 128)
  let sum = 0
  tar.fill(32, 148, 156)
  for (const byte of tar.subarray(0, 512)) sum += byte
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  expect(await problemsOf('huge.tar', tar)).toMatchObject([{ key: 'zip-bomb', size: 546_000_000_000 }])
})

test('a Word document that swells is refused before it is unpacked into memory', async () => {
  const docx = aZip([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    { name: 'word/document.xml', bytes: Buffer.alloc(80 << 20, 32) },
  ])
  expect(await problemsOf('bomb.docx', docx)).toMatchObject([{ key: 'zip-bomb' }])
  const long = aZip([
    { name: 'word/document.bin', bytes: '<w:p/>'.repeat(700_000) },
    { name: '[Content_Types].xml', bytes: '<Types/>' },
  ])
  expect(await problemsOf('long.docx', long)).toMatchObject([{ key: 'too-large' }])
  const liar = aZip([{ name: 'word/document.xml', bytes: Buffer.alloc(80 << 20, 32), claims: 1000 }])
  expect(await problemsOf('liar.docx', liar)).toMatchObject([{ key: 'docx-broken' }])
})

test('a pdf whose page unpacks without end is ended', async () => {
  const stream = deflateSync(Buffer.alloc(900 << 20, 32), { level: 9 })
  const parts = [
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>endobj\n',
    `4 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream\n`,
  ]
  const pdf = Buffer.concat([
    Buffer.from(parts.join('')),
    stream,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>'),
  ])
  expect(await problemsOf('bomb.pdf', pdf)).toMatchObject([{ key: expect.stringMatching(/^pdf-/) }])
}, 60_000)

test('a sound pdf is read, whatever its neighbours take of memory meanwhile', async () => {
  const pdf = readFileSync(path.resolve(import.meta.dirname, '../../fixtures/receive/pdf/arabic.pdf'))
  const reading = problemsOf('arabic.pdf', pdf)
  await sleep(50)
  const neighbour = Buffer.alloc(300 << 20, 1)
  expect(await reading).toEqual(['read'])
  expect(neighbour.at(-1)).toBe(1)
})

test('entities are never expanded and files never opened, in a feed, a message of an agency or a list of feeds', async () => {
  const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
  const type = `<!DOCTYPE x [<!ENTITY e0 "ضضض"><!ENTITY file SYSTEM "file:///etc/passwd">${levels}]>`
  const body = '<p>نص &e12; و&file; باق</p>'
  for (const xml of [
    `${type}<rss version="2.0"><channel><item><title>خبر</title><description><![CDATA[${body}]]></description></item></channel></rss>`,
    `${type}<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>خبر</title><content type="xhtml"><div>${body}</div></content></entry></feed>`,
    `${type}<nitf><body><body.content>${body}</body.content></body></nitf>`,
  ]) {
    const [item] = await opened('x.xml', `<?xml version="1.0"?>${xml}`)
    expect(item).toMatchObject({ stated: { html: expect.stringContaining('نص &e12; و&file; باق') } })
  }
  expect(await problemsOf('x.opml', `${type}<opml><head><title>&e12;</title></head></opml>`)).toMatchObject([
    { key: 'opml', title: '&e12;' },
  ])
})

test.each([
  ['rss', '<rss><channel><item><description>', 'feed-syntax'],
  ['nitf', '<nitf><body>', 'xml-deep'],
  ['opml', '<opml><body>', 'xml-deep'],
])('a hundred thousand tags in each other in %s are refused, not followed', async (_, opening, key) => {
  const deep = `${opening}${'<a>'.repeat(100_000)}نص${'</a>'.repeat(100_000)}`
  const ends = { rss: '</description></item></channel></rss>', nitf: '</body></nitf>', opml: '</body></opml>' }
  const started = performance.now()
  expect(await problemsOf('deep.xml', deep + ends[_ as 'rss'])).toMatchObject([{ key }])
  expect(performance.now() - started).toBeLessThan(3000)
})

test.each([
  ['a document type that never ends', '<rss><!DOCTYPE ['.repeat(200_000)],
  ['tags that never close', `<rss version="2.0">${'<rss '.repeat(500_000)}`],
  ['comments that never close', `<rss>${'<!-- '.repeat(500_000)}`],
  ['sections of CDATA that never close', `<rss><item>${'<![CDATA['.repeat(300_000)}`],
  ['headers of a mail that never end', `MIME-Version: 1.0\nX: y\n${'A: b\n '.repeat(500_000)}`],
  [
    'parts of a mail in each other',
    Array.from(
      { length: 5000 },
      (_, i) => `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="${i}"\n\n--${i}\n`,
    ).join(''),
  ],
])('%s cost little time', async (_, text) => {
  const started = performance.now()
  expect(await problemsOf('x', text)).not.toHaveLength(0)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('a record of a web archive that states more than there is ends it, with its place', async () => {
  const warc =
    'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\nContent-Length: 546000000000\r\n\r\nHTTP/1.1 200 OK'
  expect(await problemsOf('x.warc', warc)).toEqual([{ key: 'warc-broken', at: 0 }])
})

test('a page in a web archive that is packed as a bomb is refused, and the next one read', async () => {
  const record = (body: Buffer) =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
      Buffer.from('\r\n\r\n'),
    ])
  const bomb = Buffer.concat([
    Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'),
    gzipSync(Buffer.alloc(64 << 20)),
  ])
  const good = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>نص</p>')
  const problems = await problemsOf('x.warc', Buffer.concat([record(bomb), record(good)]))
  expect(problems).toMatchObject([{ key: 'warc-broken', at: 0 }, 'read'])
})

test('a name in a mail leads nowhere, and turns no letters', async () => {
  const mail = (name: string) =>
    `From: a@b.example\nMessage-ID: <1@b>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename="${name}"\n\nنص الخبر\n--x--\n`
  expect((await opened('m.eml', mail('../../etc/passwd.txt'))).map((item) => item.path)).toEqual([
    'm.eml/.._.._etc_passwd.txt',
  ])
  expect((await opened('m.eml', mail('خبر\u202etxt.exe')))[0]?.path).toBe('m.eml/خبر\uFFFDtxt.exe')
})

test.each([
  ['long.csv', (text: string) => `title,text\nخبر,${text}\nسليم,نص سليم.\n`],
  [
    'long.xml',
    (text: string) =>
      `<rss><channel><item><description><![CDATA[${text}</item>]]></description></item><item><title>سليم</title><description>نص</description></item></channel></rss>`,
  ],
  ['long.json', (text: string) => `[{"text":"${text}"},{"title":"سليم","text":"نص"}]`],
])('one endless item of %s is told once, with its size, and the next one is read', async (name, around) => {
  const problems = await problemsOf(name, around('نص طويل '.repeat(500_000)), { ...LIMITS, document: 1 << 20 })
  expect(problems).toMatchObject([{ key: 'too-large', limit: 1 << 20 }, 'read'])
})

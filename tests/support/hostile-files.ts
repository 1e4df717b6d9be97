import { deflateSync, gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { aZip } from '#tests/support/a-zip.ts'

/** A file that wants to do harm, and what must become of it: the keys of its refusals, and how many items are read. */
export type HostileFile = {
  path: string
  bytes: Buffer
  refused: string[]
  /** null: as many as come before the limit. */
  read: number | null
}

const SOUND =
  'قافلة المياه تصل إلى قرى الشمال\nصدى نيامي - 12 نوفمبر 2026\n\nوصلت قافلة تحمل المياه إلى ثلاث قرى في الشمال، وقال سكانها إنهم انتظروها منذ أسابيع، وإن الآبار القريبة جفت كلها.\n\nوأضاف رئيس القافلة أن رحلة ثانية تنطلق بعد عشرة أيام.\n'
/** A sound article, different for each number. */
export const aSoundText = (number: number): string => SOUND.replace('ثلاث قرى', `${number + 3} قرى`)

/** Everything known to hurt a reader of files, made on the spot: none of it is worth keeping on a disk. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const files: [string, Buffer | string, string[], number | null][] = [
    ['zip-bomb.zip', zipOf(['bomb.txt', Buffer.alloc(64 << 20)], ['sound.txt', aSoundText(1)]), ['zip-bomb'], 1],
    ['overlapping.zip', overlapping(), ['zip-bomb'], null],
    ['nested.zip', nested(6), ['zip-nested'], 0],
    [
      'paths.zip',
      zipOf(['../../etc/passwd', 'x'], ['C:\\windows\\system.ini', 'x'], ['خبر\u202Etxt.exe', aSoundText(2)]),
      ['zip-path', 'zip-path'],
      1,
    ],
    [
      'says-4-gb.zip',
      aZip([
        { name: 'a.txt', bytes: 'x', claims: 0xffff_fffe },
        { name: 'b.txt', bytes: aSoundText(3) },
      ]),
      ['zip-bomb'],
      1,
    ],
    ['says-546-gb.tar', await tarThatSays(546_000_000_000), ['zip-bomb'], 0],
    ['bomb.txt.gz', gzipSync(Buffer.alloc(256 << 20, 97), { level: 9 }), ['zip-bomb'], 0],
    ['bomb.pdf', bombOfPdf(), ['pdf-broken'], 0],
    [
      'bomb.docx',
      zipOf(['[Content_Types].xml', '<Types/>'], ['word/document.xml', Buffer.alloc(80 << 20, 32)]),
      ['zip-bomb'],
      0,
    ],
    ['deep.json', `${'['.repeat(1_000_000)}1${']'.repeat(1_000_000)}`, ['json-deep'], 0],
    ['deep-objects.jsonl', `${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}\n${record(4)}`, ['json-deep'], 1],
    [
      'quotes.csv',
      `title,text\n"خبر,"نص "مكسور" هنا"،x\n"سليم","${aSoundText(5)}"\n"لا تنتهي,${'ن'.repeat(2_000_000)}`,
      ['csv-quotes', 'csv-quotes'],
      1,
    ],
    [
      'deep.html',
      `<html><body>${'<div>'.repeat(100_000)}${aSoundText(6)}${'</div>'.repeat(100_000)}</body></html>`,
      [],
      1,
    ],
    ['entities.xml', entityBomb(), [], 1],
    ['خبر\u202Egpj\u0007\u200F name אבג.txt', aSoundText(8), [], 1],
    ['endless-line.txt', Buffer.alloc(300 << 20, 'ن '), ['too-large'], 0],
    [
      'endless-line.jsonl',
      Buffer.concat([Buffer.from('{"text":"'), Buffer.alloc(300 << 20, 'ن '), Buffer.from(`"}\n${record(9)}`)]),
      ['too-large'],
      1,
    ],
  ]
  return files.map(([path, bytes, refused, read]) => ({ path, bytes: Buffer.from(bytes), refused, read }))
}

const record = (number: number): string => `${JSON.stringify({ title: 'قافلة المياه', text: aSoundText(number) })}\n`
const zipOf = (...entries: [string, string | Buffer][]): Buffer =>
  aZip(entries.map(([name, bytes]) => ({ name, bytes })))
const nested = (levels: number): Buffer =>
  levels === 0 ? zipOf(['a.txt', aSoundText(10)]) : zipOf([`${levels}.zip`, nested(levels - 1)])

/** Every entry points at the bytes of the first: small on the line, large in memory. */
function overlapping(): Buffer {
  const noise = Buffer.from(Array.from({ length: 60_000 }, (_, i) => 97 + ((i * i * 31) % 26)))
  return aZip([
    { name: 'kernel.txt', bytes: noise },
    ...Array.from({ length: 50 }, (_, i) => ({ name: `${i}.txt`, bytes: noise, sharesWith: 0 })),
  ])
}

/** The size in base 256, as tar writes sizes beyond 8 GB. */
async function tarThatSays(size: number): Promise<Buffer> {
  const tar = Buffer.from(await packTar([{ header: { name: 'خبر.txt', size: 3 }, body: 'abc' }]))
  tar.writeUInt32BE(0x8000_0000, 124)
  tar.writeBigUInt64BE(BigInt(size), 128)
  let sum = 0
  tar.fill(32, 148, 156)
  for (const byte of tar.subarray(0, 512)) sum += byte
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return tar
}

function bombOfPdf(): Buffer {
  const stream = deflateSync(Buffer.alloc(400 << 20, 32), { level: 9 })
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>endobj\n4 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream\n`,
    ),
    stream,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>'),
  ])
}

function entityBomb(): string {
  const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
  return `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ضضض"><!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY out SYSTEM "http://192.0.2.1/x">${levels}]><rss version="2.0"><channel><item><title>خبر &e12;</title><description><![CDATA[<p>${aSoundText(7)} &e12; &file; &out;</p>]]></description></item></channel></rss>`
}

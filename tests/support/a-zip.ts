import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = {
  name: string | Buffer
  bytes: Buffer | string
  /** What the directory says of the unpacked size, where that is a lie. */
  claims?: number
  encrypted?: boolean
  /** Points at the bytes of the entry with this number instead of having its own. */
  sharesWith?: number
}

/** A zip as any program writes it, or one that lies as told. */
export function aZip(entries: ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  const packedOf: Buffer[] = []
  let at = 0
  for (const [i, entry] of entries.entries()) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : entry.name
    const bytes = Buffer.from(entry.bytes)
    const shared = entry.sharesWith
    const packed = shared === undefined ? deflateRawSync(bytes) : (packedOf[shared] as Buffer)
    const flags = (typeof entry.name === 'string' ? 0x800 : 0) | (entry.encrypted ? 1 : 0)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.claims ?? bytes.length, 18)
    fields.writeUInt16LE(name.length, 22)
    if (shared === undefined) {
      offsets.push(at)
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed])
      parts.push(local)
      at += local.length
    } else offsets.push(offsets[shared] as number)
    packedOf.push(packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offsets[i] as number, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, name)
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, central, end])
}

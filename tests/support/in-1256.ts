/** Arabic in windows-1256, for which there is no encoder here. */
export function in1256(text: string): Buffer {
  const decoder = new TextDecoder('windows-1256')
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Buffer.from([...text].map((letter) => table.get(letter) ?? 63))
}

import { ok, type Result, refuse } from "@/lib/base/kernel/result"

export type ZipFile = { readonly name: string; readonly bytes: Uint8Array }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 1 January 1980, the first day that the format knows: nothing in an archive depends on the clock. */
const DATE = 0x21
const UTF8 = 0x0800
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const END_BYTES = 22

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

/** CRC-32 as ZIP, Ethernet and PNG use it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0)
  return (value ^ 0xffffffff) >>> 0
}

/**
 * An archive of files as they are, uncompressed (PKWARE APPNOTE 6.3, method 0). The same files give the same bytes, and
 * every byte follows from them, so that whoever has the files can make the archive again and compare.
 * Up to 65,535 files and 4 GiB in all.
 */
export function storeZip(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> {
  const named = files.map(({ name, bytes }) => ({ name: new TextEncoder().encode(name), bytes, crc: crc32(bytes) }))
  const size = named.reduce(
    (sum, { name, bytes }) => sum + LOCAL_BYTES + CENTRAL_BYTES + 2 * name.length + bytes.length,
    END_BYTES,
  )
  const archive = new Uint8Array(size)
  const view = new DataView(archive.buffer)
  let at = 0
  const put16 = (value: number) => {
    view.setUint16(at, value, true)
    at += 2
  }
  const put32 = (value: number) => {
    view.setUint32(at, value, true)
    at += 4
  }
  const put = (bytes: Uint8Array) => {
    archive.set(bytes, at)
    at += bytes.length
  }
  const common = ({ name, bytes, crc }: (typeof named)[number]) => {
    for (const value of [20, UTF8, 0, 0, DATE]) put16(value)
    for (const value of [crc, bytes.length, bytes.length]) put32(value)
    put16(name.length)
    put16(0)
  }
  const offsets = named.map((file) => {
    const offset = at
    put32(LOCAL)
    common(file)
    put(file.name)
    put(file.bytes)
    return offset
  })
  const start = at
  for (const [place, file] of named.entries()) {
    put32(CENTRAL)
    put16(20)
    common(file)
    for (const value of [0, 0, 0]) put16(value)
    put32(0)
    put32(offsets[place] ?? 0)
    put(file.name)
  }
  const length = at - start
  put32(END)
  for (const value of [0, 0, named.length, named.length]) put16(value)
  put32(length)
  put32(start)
  put16(0)
  return archive
}

/** The files of an archive that `storeZip` made, to the byte; anything else is refused. */
export function openZip(archive: Uint8Array): Result<ZipFile[], "not-such-an-archive"> {
  const files: ZipFile[] = []
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let at = 0
  while (at + LOCAL_BYTES <= archive.length && view.getUint32(at, true) === LOCAL) {
    const size = view.getUint32(at + 18, true)
    const nameLength = view.getUint16(at + 26, true)
    const begin = at + LOCAL_BYTES + nameLength
    if (begin + size > archive.length) return refuse("not-such-an-archive")
    const name = new TextDecoder().decode(archive.subarray(at + LOCAL_BYTES, begin))
    files.push({ name, bytes: archive.subarray(begin, begin + size) })
    at = begin + size
  }
  const again = storeZip(files)
  const isSame = again.length === archive.length && again.every((byte, place) => byte === archive[place])
  return isSame ? ok(files) : refuse("not-such-an-archive")
}

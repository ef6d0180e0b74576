import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { Unzip, UnzipInflate } from "fflate"

/** What an archive may unpack to: bytes in all, files, and how many times its own size beyond the first megabyte. */
const caps = { bytes: 256 * 1024 * 1024, files: 500, ratio: 100, free: 1024 * 1024 } as const

export class UnpackFault extends Error {}

/** `zip` for an archive, whatever its name; `xlsx` is one too. */
export async function isArchive(path: string): Promise<boolean> {
  const file = await open(path, "r")
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50
  } finally {
    await file.close()
  }
}

/** By their numbers in the format: as they are, and deflated. */
const packings: ReadonlySet<number> = new Set([0, 8])
const packingNames: Readonly<Record<number, string>> = {
  9: "Deflate64",
  12: "BZIP2",
  14: "LZMA",
  93: "Zstandard",
  95: "XZ",
}

export type Part = { readonly name: string; readonly bytes: Uint8Array; readonly final: boolean }

/**
 * The files of an archive piece by piece, counted while they are unpacked, whatever the archive claims of itself.
 * @throws UnpackFault beyond the caps, and for what is no archive
 */
export async function* partsOf(path: string): AsyncGenerator<Part> {
  const found: Part[] = []
  let [read, unpacked, files] = [0, 0, 0]
  let broken: UnpackFault | null = null
  const unzip = new Unzip((file) => {
    files++
    if (files > caps.files) broken = new UnpackFault(`The archive holds more than ${caps.files} files.`)
    file.ondata = (error, bytes, final) => {
      if (error) broken ??= new UnpackFault(`Can't read the archive: ${error.message}.`)
      else {
        unpacked += bytes.length
        if (unpacked > caps.bytes || unpacked > read * caps.ratio + caps.free)
          broken ??= new UnpackFault("The archive is too large when unpacked.")
        else found.push({ name: file.name, bytes, final })
      }
    }
    if (!packings.has(file.compression))
      broken ??= new UnpackFault(
        `${file.name} is packed with ${packingNames[file.compression] ?? "a method"}, which is not read here. Unpack the archive and bring what is in it.`,
      )
    if (!broken && !file.name.endsWith("/")) file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of createReadStream(path, { highWaterMark: 16 * 1024 })) {
    read += chunk.length
    try {
      unzip.push(new Uint8Array(chunk))
    } catch (error) {
      throw new UnpackFault(`Can't read the archive: ${error instanceof Error ? error.message : "it is broken"}.`)
    }
    if (broken) throw broken
    yield* found.splice(0)
  }
  if (files === 0) throw new UnpackFault("The archive is empty.")
}

/** The same by file: the pieces of a file stand together, and those that nobody reads are passed over. */
export async function* filesOf(
  parts: AsyncIterable<Part>,
): AsyncGenerator<{ readonly name: string; readonly bytes: AsyncGenerator<Uint8Array> }> {
  const pieces = parts[Symbol.asyncIterator]()
  let next = await pieces.next()
  while (!next.done) {
    const { name } = next.value
    const bytes = (async function* () {
      while (!next.done && next.value.name === name) {
        const { bytes, final } = next.value
        next = await pieces.next()
        yield bytes
        if (final) return
      }
    })()
    yield { name, bytes }
    for await (const _ of bytes);
  }
}

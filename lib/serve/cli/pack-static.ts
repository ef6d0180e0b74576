import { readdirSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"

const ways = [
  { ending: ".br", pack: promisify(brotliCompress), as: {} },
  { ending: ".gz", pack: promisify(gzip), as: { level: constants.Z_BEST_COMPRESSION } },
] as const

/**
 * Packs every text of a folder beside itself, as small as it goes: once at the build instead of at every visit. One after
 * the other: a packer needs tens of megabytes, which a process keeps.
 */
export async function packStatic(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  const texts = files.filter((file) => /\.(js|css|json|svg)$/.test(file)).map((file) => path.join(folder, file))
  for (const text of texts) await packFile(text)
}

async function packFile(file: string): Promise<void> {
  const plain = await readFile(file)
  for (const { ending, pack, as } of ways) {
    const packed = await pack(plain, as)
    if (packed.length < plain.length) await writeFile(`${file}${ending}`, packed)
  }
}

import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import path from "node:path"

/** A SHA-256 over the names and contents of files and everything in folders; what is missing counts as missing. */
export function fingerprintOf(places: readonly string[], skip: (file: string) => boolean = () => false): string {
  const hash = createHash("sha256")
  for (const file of places.flatMap(listFiles).sort()) {
    if (skip(file)) continue
    const content = readFileSync(file)
    hash.update(`${file.replaceAll("\\", "/")}\0${content.length}\0`).update(content)
  }
  return hash.digest("hex")
}

function listFiles(place: string): string[] {
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => listFiles(path.join(place, entry.name)))
}

/** Whether a file still holds this fingerprint. */
export const isUnchanged = (file: string, fingerprint: string): boolean =>
  existsSync(file) && readFileSync(file, "utf8") === fingerprint

export function keepFingerprint(file: string, fingerprint: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, fingerprint)
}

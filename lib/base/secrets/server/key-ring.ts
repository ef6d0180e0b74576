import { createHash, hkdfSync } from "node:crypto"
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { keepSecret } from "@/lib/base/settings/server/secret-file"
import { settings } from "@/lib/base/settings/server/settings"

/** A key that data keys are wrapped with. Its name says which one it is and nothing about it. */
export type Key = { readonly name: Buffer; readonly bytes: Buffer }

export const KEY_NAME_BYTES = 6
const keyOf = (text: string): Key => ({
  name: createHash("sha256").update(`lakeward key name\n${text}`).digest().subarray(0, KEY_NAME_BYTES),
  bytes: Buffer.from(hkdfSync("sha256", text, "", "lakeward secrets", 32)),
})

export const keyFile = (): string => path.join(settings().dataFolder, "secret-keys")

/** The lines of the key file, the newest first; made with one key at the first call, readable by its owner only. */
function linesOfFile(): readonly string[] {
  keepSecret(keyFile())
  return readFileSync(keyFile(), "utf8")
    .split("\n")
    .flatMap((line) => line.trim() || [])
}

/** All keys, the newest first: from LAKEWARD_SECRET_KEYS, else from the file `secret-keys` in the data folder. */
export function keyRing(): readonly Key[] {
  const { secretKeys } = settings()
  return (secretKeys.length > 0 ? secretKeys : linesOfFile()).map(keyOf)
}

/** Puts a new key in front of the file; a whole file takes the place of the old one, so that no moment has neither. */
export function addKey(text: string): void {
  const draft = `${keyFile()}.${process.pid}.new`
  try {
    writeFileSync(draft, `${[text, ...linesOfFile()].join("\n")}\n`, { mode: 0o600 })
    renameSync(draft, keyFile())
  } finally {
    rmSync(draft, { force: true })
  }
}

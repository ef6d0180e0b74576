import { randomBytes } from "node:crypto"
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import path from "node:path"

const BYTES = 48
/** Passable but not readable for others: the account that runs the embedded database must come through. */
const FOLDER_MODE = 0o711

/**
 * The secret in a file that only its owner can read. Made at the first call; of several processes that make it at the
 * same moment, one wins and all answer the same secret.
 * @throws Error when the file cannot be read or made, or holds too little.
 */
export function keepSecret(file: string): string {
  const kept = read(file) ?? make(file)
  if (kept.length < BYTES / 2) throw new Error("it holds too little to be a secret")
  return kept
}

function read(file: string): string | undefined {
  try {
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
    return readFileSync(file, "utf8").trim()
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined
    throw error
  }
}

/** Linked into place when complete, so that nobody ever reads half a secret. */
function make(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: FOLDER_MODE })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(BYTES).toString("base64url")}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, "utf8").trim()
}

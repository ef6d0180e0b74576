import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto"
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { settings } from "@/lib/base/settings/server/settings"

const FILE = "proof-key.pem"
let known: KeyObject | undefined

/**
 * The Ed25519 key (RFC 8032) that proofs are signed with: from LAKEWARD_PROOF_KEY, else from the file `proof-key.pem` in
 * the data folder, made at the first call and readable by its owner only. It is never in the database.
 * @throws Error when what is set is not such a key.
 */
function signingKey(): KeyObject {
  known ??= readKey(settings().proofKey ?? keptKey(path.join(settings().dataFolder, FILE)))
  return known
}

function readKey(pem: string): KeyObject {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== "ed25519") throw new Error("the key for proofs is not an Ed25519 key")
  return key
}

function keptKey(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o711 })
  const draft = `${file}.${process.pid}`
  const { privateKey } = generateKeyPairSync("ed25519")
  writeFileSync(draft, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, "utf8")
}

/** Signs bytes: 64 bytes that anybody can check with the public key. */
export const signBytes = (bytes: Uint8Array): Uint8Array => new Uint8Array(sign(null, bytes, signingKey()))

/** Whether these bytes were signed with the key that is in use now. */
export const isSignedHere = (bytes: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, bytes, createPublicKey(signingKey()), signature)

/** The public half (SPKI, PEM), to be handed out and kept elsewhere. */
export const publicKeyPem = (): string =>
  createPublicKey(signingKey()).export({ type: "spki", format: "pem" }).toString()

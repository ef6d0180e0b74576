import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { KEY_NAME_BYTES, type Key, keyRing } from "./key-ring"

/**
 * A secret as it is kept: encrypted with a data key of its own, which is wrapped with the newest key of the ring
 * (AES-256-GCM both, NIST SP 800-38D). Both are bound to where the secret belongs, so that an envelope that was moved to
 * another row or programme does not open.
 *
 * Layout: version 1, name of the wrapping key, wrapped data key (iv, tag, 32 bytes), secret (iv, tag, rest).
 */
export type Envelope = Buffer<ArrayBuffer>

const VERSION = 1
const IV = 12
const TAG = 16
const DATA_KEY = 32
const HEAD = 1 + KEY_NAME_BYTES
const WRAPPED = IV + TAG + DATA_KEY

/** What a secret belongs to, such as a programme and one of its rows. */
export type Binding = readonly string[]
const boundTo = (binding: Binding): Buffer => Buffer.from(JSON.stringify(binding))

function encrypt(key: Buffer, plain: Buffer, bound: Buffer): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv("aes-256-gcm", key, iv)
  cipher.setAAD(bound)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, sealed: Buffer, bound: Buffer): Buffer | null {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV), { authTagLength: TAG })
    decipher.setAAD(bound)
    decipher.setAuthTag(sealed.subarray(IV, IV + TAG))
    return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()])
  } catch {
    return null
  }
}

const wrap = ({ name, bytes }: Key, dataKey: Buffer, bound: Buffer): Buffer =>
  Buffer.concat([Buffer.from([VERSION]), name, encrypt(bytes, dataKey, bound)])

/** Seals a secret for one place. @throws Error when the ring has no key. */
export function sealSecret(secret: string, binding: Binding, ring: readonly Key[] = keyRing()): Envelope {
  const [newest] = ring
  if (!newest) throw new Error("there is no key to seal secrets with")
  const dataKey = randomBytes(DATA_KEY)
  const bound = boundTo(binding)
  return Buffer.concat([wrap(newest, dataKey, bound), encrypt(dataKey, Buffer.from(secret), bound)])
}

export type CannotOpen = "unknown-key" | "not-intact"

function unwrap(envelope: Uint8Array, bound: Buffer, ring: readonly Key[]): Result<Buffer, CannotOpen> {
  const bytes = Buffer.from(envelope)
  if (bytes.length < HEAD + WRAPPED + IV + TAG || bytes[0] !== VERSION) return refuse("not-intact")
  const key = keyNamedIn(bytes, ring)
  if (!key) return refuse("unknown-key")
  const dataKey = decrypt(key.bytes, bytes.subarray(HEAD, HEAD + WRAPPED), bound)
  return dataKey ? ok(dataKey) : refuse("not-intact")
}

const keyNamedIn = (bytes: Buffer, ring: readonly Key[]): Key | undefined =>
  ring.find(({ name }) => name.equals(bytes.subarray(1, HEAD)))

/** The secret of an envelope; refused when no key of the ring wrapped it, or when it or its place was changed. */
export function openSecret(
  envelope: Uint8Array,
  binding: Binding,
  ring: readonly Key[] = keyRing(),
): Result<string, CannotOpen> {
  const bound = boundTo(binding)
  const dataKey = unwrap(envelope, bound, ring)
  if (!dataKey.ok) return dataKey
  const secret = decrypt(dataKey.value, Buffer.from(envelope).subarray(HEAD + WRAPPED), bound)
  return secret ? ok(secret.toString()) : refuse("not-intact")
}

/** Whether a key of the ring can open it, and whether that is the newest. */
export function standingOf(envelope: Uint8Array, ring: readonly Key[] = keyRing()): "newest" | "older" | "unknown" {
  const key = keyNamedIn(Buffer.from(envelope), ring)
  if (!key) return "unknown"
  return key === ring[0] ? "newest" : "older"
}

/** The same secret, its data key wrapped with the newest key. The secret itself is not touched. */
export function rewrap(
  envelope: Uint8Array,
  binding: Binding,
  ring: readonly Key[] = keyRing(),
): Result<Envelope, CannotOpen> {
  const bound = boundTo(binding)
  const dataKey = unwrap(envelope, bound, ring)
  const [newest] = ring
  if (!dataKey.ok) return dataKey
  if (!newest) return refuse("unknown-key")
  return ok(Buffer.concat([wrap(newest, dataKey.value, bound), Buffer.from(envelope).subarray(HEAD + WRAPPED)]))
}

/** An identifier of a record: a UUID, made in time order so that new rows lie together in an index. */
export type Id = string

/** The chain of the installation itself, and the scope of what belongs to no programme. */
export const NIL_ID: Id = "00000000-0000-0000-0000-000000000000"

const PATTERN = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

/**
 * The id that a text from outside stands for, in its one spelling (lower case, RFC 9562 section 4); null where it can be
 * none. Digests, locks, streams and maps compare ids as texts, so nothing else may come in.
 */
export const asId = (text: unknown): Id | null =>
  typeof text === "string" && PATTERN.test(text) ? text.toLowerCase() : null

const WITHIN = /(?<![\w-])[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}(?![\w-])/gi

/** An address with each id in it in its one spelling. */
export const withIdsAsKept = (address: string): string => address.replaceAll(WITHIN, (id) => id.toLowerCase())

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then chance.
 * @param at the time the id is made
 * @param random ten random bytes
 */
export function idFrom(at: Date, random: Uint8Array): Id {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setUint32(0, Math.floor(at.getTime() / 0x10000))
  new DataView(bytes.buffer).setUint16(4, at.getTime() % 0x10000)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

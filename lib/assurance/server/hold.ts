import { createHash } from "node:crypto"
import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"

/**
 * Whatever changes verdicts, evidence, waivers, responsibilities or signatures of a programme is done one after the other,
 * so that nothing a signature rests on moves while it is made. It is the lock that judging again takes.
 */
export const holdVerdicts = (tx: Transaction, programmeId: Id) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${programmeId}::uuid::text, 4))`

export const sha256Hex = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex")
export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")
export const bytesOf = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(hex, "hex"))

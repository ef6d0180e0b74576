import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { getStatement } from "../sign-contract"
import { textToSign } from "../sign-off"
import { isReady, readStatement } from "../statement"
import { sha256Hex } from "./hold"
import { findLine } from "./line"

/** Exactly what would be signed now. */
export async function findStatement(actor: ProgrammeActor, { kind, subjectId }: z.output<typeof getStatement.input>) {
  const line = await findLine(database().prisma, actor, kind, subjectId)
  if (!line) return null
  const { text, isFrozen } = textToSign(line)
  const statement = readStatement(text)
  return { statement, text, hash: sha256Hex(text), frozen: isFrozen, ready: isReady(line.statement) }
}

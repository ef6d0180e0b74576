import { readFile } from "node:fs/promises"
import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { toOptionalDayColumn } from "@/lib/base/db/day-column"
import { newId } from "@/lib/base/db/new-id"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Upload } from "@/lib/door/file"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { rejudge } from "@/lib/platform/facts/server/rejudge"
import { type HandedIn, textOfEvidence } from "../evidence"
import * as contracts from "../evidence-contract"
import { evidenceView, findEvidenceRow } from "./evidence-rows"
import { bytesOf, hexOf, holdVerdicts, sha256Hex } from "./hold"

/** Hands in a link or a note. */
export const addEvidence = (actor: ProgrammeActor, input: z.output<typeof contracts.addEvidence.input>) =>
  transact(actor, contracts.addEvidence, async (tx) => {
    const { checkId, title, url, note, validUntil } = input
    if (url === null && note === "") return refuse("nothing-handed-in")
    const none = { fileName: null, fileSha256: null }
    return keep(tx, actor, { checkId, kind: url === null ? "note" : "link", title, url, note, validUntil, ...none })
  })

/** Hands in a file, which is kept once for each content. */
export async function addEvidenceFile(
  actor: ProgrammeActor,
  input: z.output<typeof contracts.addEvidenceFile.input>,
  file: Upload,
) {
  if (!actor.may(contracts.addEvidenceFile.permission)) return refuse("not-allowed")
  const content = Uint8Array.from(await readFile(file.path))
  return transact(actor, contracts.addEvidenceFile, async (tx) => {
    const { programmeId } = actor
    const { checkId, title, fileName, note, validUntil } = input
    const createdAt = actor.context.at
    const kept = { programmeId, sha256: file.sha256, size: file.size, content, createdAt }
    await tx.storedFile.createMany({ data: [kept], skipDuplicates: true })
    const named = { fileName, fileSha256: hexOf(file.sha256) }
    return keep(tx, actor, { checkId, kind: "file", title, url: null, note, validUntil: validUntil ?? null, ...named })
  })
}

type Given = Omit<HandedIn, "writtenById" | "writtenAt">

async function keep(tx: Transaction, actor: ProgrammeActor, given: Given) {
  const { programmeId, personId, membership, context } = actor
  await holdVerdicts(tx, programmeId)
  const check = await findCheckKind(tx, programmeId, given.checkId)
  if (!check) return refuse("not-found")
  if (check !== "attested") return refuse("not-attested")
  if (isPast(given.validUntil, membership.today)) return refuse("valid-until-past")
  const id = newId(context.at)
  const { checkId, kind, title, url, note, fileName, fileSha256, validUntil } = given
  const digest = sha256Hex(textOfEvidence({ ...given, writtenById: personId, writtenAt: context.at.toISOString() }))
  await tx.evidence.create({
    data: {
      ...{ id, programmeId, checkId, kind, title, url, note, fileName, writtenById: personId },
      ...{
        fileSha256: fileSha256 === null ? null : bytesOf(fileSha256),
        digest: bytesOf(digest),
        writtenAt: context.at,
      },
      validUntil: toOptionalDayColumn(validUntil),
    },
  })
  await rejudge(tx, programmeId, { today: membership.today, at: context.at })
  const row = await findEvidenceRow(tx, actor, id)
  if (!row) throw new Error("evidence that was just written is gone")
  return done(evidenceView(row, actor), {
    type: "evidence.handed-in",
    subject: checkId,
    data: { evidenceId: id, kind, digest, validUntil },
    texts: { title },
  })
}

const isPast = (validUntil: Day | null, today: Day): boolean => validUntil !== null && validUntil < today

async function findCheckKind(tx: Transaction, programmeId: Id, id: Id) {
  const check = await tx.check.findFirst({ where: { id, programmeId, removedAt: null }, select: { kind: true } })
  return check?.kind ?? null
}

import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { FileAnswer } from "@/lib/door/file"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../set-contract"
import { storeRead } from "./commands"
import { factSetView, withImporter } from "./fact-set-rows"
import { readUpload } from "./read-upload"
import { rejudge } from "./rejudge"

const findSet = (reader: Pick<Transaction, "factSet">, programmeId: Id, id: Id) =>
  reader.factSet.findFirst({ where: { id, programmeId }, include: withImporter })

type Withdrawn = { readonly factSetId: Id; readonly reason: string }

/** Two at a time wait for each other, so that a set is taken back once. */
async function takeBack(tx: Transaction, actor: ProgrammeActor, { factSetId, reason }: Withdrawn): Promise<boolean> {
  const { programmeId, personId, context } = actor
  const { count } = await tx.factSetWithdrawal.createMany({
    data: [{ factSetId, programmeId, reason, at: context.at, byId: personId }],
    skipDuplicates: true,
  })
  return count > 0
}

/** Takes a set of facts back: it stays on record and judges nothing, and every check is judged again. */
export const withdrawFactSet = (actor: ProgrammeActor, input: z.output<typeof contracts.withdrawFactSet.input>) =>
  transact(actor, contracts.withdrawFactSet, async (tx) => {
    const { programmeId, membership, context } = actor
    if (!(await findSet(tx, programmeId, input.factSetId))) return refuse("not-found")
    if (!(await takeBack(tx, actor, input))) return refuse("withdrawn-already")
    const changes = await rejudge(tx, programmeId, { today: membership.today, at: context.at })
    const row = await tx.factSet.findFirstOrThrow({
      where: { id: input.factSetId, programmeId },
      include: withImporter,
    })
    return done(
      { factSet: factSetView(row), changes },
      {
        ...{ type: "facts.withdrawn", subject: input.factSetId, data: { changed: changes.length } },
        texts: { reason: input.reason },
      },
    )
  })

/** Reads the kept file again as of another time or place: a new set, and the old one is taken back with the reason. */
export async function correctFactSet(
  actor: ProgrammeActor,
  { factSetId, reason, ...told }: z.output<typeof contracts.correctFactSet.input>,
) {
  const { programmeId } = actor
  if (!actor.may(contracts.correctFactSet.permission)) return refuse("not-allowed")
  const { prisma } = database()
  const set = await findSet(prisma, programmeId, factSetId)
  if (!set || set.source === "connection") return refuse("not-found")
  if (set.withdrawal) return refuse("withdrawn-already")
  const kept = await prisma.factFile.findFirst({ where: { programmeId, sha256: set.sha256 } })
  if (!kept) return refuse("file-not-kept")
  const { source, fileName, sha256 } = set
  const takenAt = told.takenAt ?? set.takenAt.toISOString()
  const [region, workspace] = [told.region ?? set.region ?? "", told.workspace ?? set.workspace ?? ""]
  const input = {
    ...{ source, takenAt, ...(fileName ? { fileName } : {}) },
    ...{ ...(region ? { region } : {}), ...(workspace ? { workspace } : {}) },
  }
  const content = Uint8Array.from(kept.content)
  const read = await onDisk(content, (path) => readUpload(actor, input, { path, sha256, size: content.length }))
  if (!read || read.end.faultCount > 0 || read.end.rows === 0) return refuse("cannot-be-corrected")
  const isSame = read.end.takenAt !== null && Date.parse(read.end.takenAt) === set.takenAt.getTime()
  if (isSame && region === (set.region ?? "") && workspace === (set.workspace ?? ""))
    return refuse("cannot-be-corrected")
  return transact(actor, contracts.correctFactSet, async (tx) => {
    if (!(await takeBack(tx, actor, { factSetId, reason }))) return refuse("withdrawn-already")
    const { value } = await storeRead(tx, actor, { input, file: { sha256 }, read, content })
    const { factSet, changes } = value
    return done(
      { factSet, changes },
      {
        ...{ type: "facts.corrected", subject: factSet.id },
        data: { corrects: factSetId, takenAt: factSet.takenAt, rows: factSet.rows, changed: changes.length },
        texts: { reason },
      },
    )
  })
}

async function onDisk<Value>(content: Uint8Array, use: (path: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "lakeward-facts-"))
  try {
    const path = join(folder, "file")
    await writeFile(path, content, { mode: 0o600 })
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The file of a set as it came; null when it is not kept. */
export async function findFactSetFile({ programmeId }: ProgrammeActor, { factSetId }: { readonly factSetId: Id }) {
  const { prisma } = database()
  const set = await findSet(prisma, programmeId, factSetId)
  const kept = set && (await prisma.factFile.findFirst({ where: { programmeId, sha256: set.sha256 } }))
  return kept
    ? new FileAnswer(set.fileName ?? "facts", "application/octet-stream", Uint8Array.from(kept.content))
    : null
}

/** Erases the file; other sets of the very same content lose it too. */
export const eraseFactSetFile = (actor: ProgrammeActor, { factSetId }: { readonly factSetId: Id }) =>
  transact(actor, contracts.eraseFactSetFile, async (tx) => {
    const { programmeId } = actor
    const set = await findSet(tx, programmeId, factSetId)
    if (!set) return refuse("not-found")
    const { count } = await tx.factFile.deleteMany({ where: { programmeId, sha256: set.sha256 } })
    return count === 0
      ? refuse("not-found")
      : done({ erased: true }, { type: "facts.file-erased", subject: factSetId, data: {} })
  })

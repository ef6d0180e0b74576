import { readFile } from "node:fs/promises"
import { database, type Transaction } from "@/lib/base/db/client"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Upload } from "@/lib/door/file"
import { type CommandResult, done, unchanged } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import { type FactFile, type FactPreview, type FactSetView, MAX_KEPT_BYTES, type VerdictChange } from "../contract"
import type { Fact } from "../fact"
import { factSetView, findSame, storeFactSet, withImporter } from "./fact-set-rows"
import { type ReadUpload, readUpload } from "./read-upload"
import { FactColumns } from "./reading/job"
import { foresee, rejudge } from "./rejudge"
import { otherParametersOf } from "./standing-sets"

type Import = { factSet: FactSetView; imported: boolean; changes: VerdictChange[] }
type ImportRefusal = "unreadable-file" | "file-has-faults" | "no-facts"

/** Looks at a file of facts and at what it would change. */
export async function previewFactSet(
  actor: ProgrammeActor,
  input: FactFile,
  file: Upload,
): Promise<Result<FactPreview, "unreadable-file">> {
  const read = await readUpload(actor, input, file)
  if (!read) return refuse("unreadable-file")
  const { end, batches, bundleVersion } = read
  const facts = factsOf(read, end.takenAt ?? actor.context.at.toISOString())
  const isWhole = end.faultCount === 0
  const { prisma } = database()
  const { programmeId } = actor
  const known = await findSame(prisma, newSet(actor, input, file, read))
  const others = await otherParametersOf(prisma, programmeId, input.source, end.ranWith)
  return ok({
    ...{
      source: input.source,
      bundleVersion,
      takenAt: end.takenAt,
      rows: end.rows,
      notes: [...end.notes, ...(others.length > 0 ? [sayOthers(others)] : [])],
      counts: end.counts,
    },
    metrics: Object.entries(end.metrics).map(([metric, rows]) => ({ metric, rows })),
    ...{ faults: end.faults, faultCount: end.faultCount },
    sample: batches.length === 0 ? [] : facts.slice(0, 20).map(({ takenAt, factSetId, statement, ...fact }) => fact),
    known: known && factSetView(known),
    changes: isWhole && others.length === 0 ? await foresee(prisma, programmeId, actor.membership.today, facts) : [],
  })
}

/** Imports a file of facts as a set, and judges all checks anew. The same file of the same time and place is one set. */
export async function importFactSet(
  actor: ProgrammeActor,
  input: FactFile,
  file: Upload,
): Promise<CommandResult<Import, ImportRefusal>> {
  if (!actor.may(contracts.importFactSet.permission)) return refuse("not-allowed")
  const read = await readUpload(actor, input, file)
  if (!read) return refuse("unreadable-file")
  const { faults, faultCount, rows } = read.end
  if (faultCount > 0) return refuse("file-has-faults", { faults, faultCount })
  if (rows === 0) return refuse("no-facts", { notes: read.end.notes })
  const content = file.size > MAX_KEPT_BYTES ? null : Uint8Array.from(await readFile(file.path))
  const command = (tx: Transaction) => storeRead(tx, actor, { input, file, read, content })
  try {
    return await transact(actor, contracts.importFactSet, command)
  } catch (error) {
    const same =
      error instanceof ImportedBefore ? await findSame(database().prisma, newSet(actor, input, file, read)) : null
    if (same) return sameAgain(factSetView(same))
    throw error
  }
}

/** The very same file of the same time and place is a set already. */
class ImportedBefore extends Error {}

const sameAgain = (factSet: FactSetView) => unchanged<Import>({ factSet, imported: false, changes: [] })

type ReadFile = {
  readonly input: FactFile
  readonly file: Pick<Upload, "sha256">
  readonly read: ReadUpload
  /** Null when the file is too large to be kept. */
  readonly content: Uint8Array<ArrayBuffer> | null
}

/** Keeps what was read of a file, and the file; with what it changed. */
export async function storeRead(tx: Transaction, actor: ProgrammeActor, { input, file, read, content }: ReadFile) {
  const { programmeId, membership, context } = actor
  const set = newSet(actor, input, file, read)
  const id = await storeFactSet(tx, { ...set, batches: read.batches })
  if (id === null) throw new ImportedBefore()
  const kept = { programmeId, sha256: file.sha256, createdAt: context.at }
  if (content) await tx.factFile.createMany({ data: [{ ...kept, content }], skipDuplicates: true })
  const changes = await rejudge(tx, programmeId, { today: membership.today, at: context.at })
  const row = await tx.factSet.findFirstOrThrow({ where: { id, programmeId }, include: withImporter })
  const factSet = factSetView(row)
  const { source, fileName, rows, takenAt, sha256 } = factSet
  return done(
    { factSet, imported: true, changes },
    {
      ...{ type: "facts.imported", subject: id },
      data: { source, rows, sha256, takenAt, changed: changes.length },
      ...(fileName === null ? {} : { texts: { fileName } }),
    },
  )
}

function newSet(
  { programmeId, personId, context }: ProgrammeActor,
  input: FactFile,
  { sha256 }: Pick<Upload, "sha256">,
  { end, bundleVersion }: ReadUpload,
) {
  const { source, fileName = null, region = null, workspace = null } = input
  const takenAt = end.takenAt === null ? context.at : new Date(end.takenAt)
  return {
    ...{ programmeId, source, region, workspace, fileName, sha256, takenAt, bundleVersion },
    ...{ rows: end.rows, counts: end.counts, ranWith: end.ranWith },
    ...{ importedAt: context.at, importedById: personId },
  }
}

const sayOthers = (names: readonly string[]): string =>
  `It judges nothing: it ran with other parameters than the programme has (${names.join(", ")}).`

function factsOf({ batches }: ReadUpload, takenAt: string): Fact[] {
  return batches.flatMap((batch) => {
    const { metric, dimension, value, n, asOf, region, reason, workspace, statement } = FactColumns.parse(
      JSON.parse(batch),
    )
    return metric.map((name, at) => ({
      ...{ metric: name, dimension: dimension[at] ?? "", value: value[at] ?? null, n: n[at] ?? null },
      ...{ asOf: asOf[at] ?? takenAt, region: region[at] ?? "", reason: reason[at] ?? null, takenAt, factSetId: null },
      ...{ workspace: workspace[at] ?? "", statement: statement[at] ?? null },
    }))
  })
}

import { database, type Transaction } from "@/lib/base/db/client"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Upload } from "@/lib/door/file"
import { type CommandResult, done, unchanged } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import type { FactFile, FactPreview, FactSetView, VerdictChange } from "../contract"
import * as contracts from "../contract"
import type { Fact } from "../fact"
import { factSetView, storeFactSet, withImporter } from "./fact-set-rows"
import { type ReadUpload, readUpload } from "./read-upload"
import { FactColumns } from "./reading/job"
import { foresee, rejudge } from "./rejudge"

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
  return ok({
    ...{
      source: input.source,
      bundleVersion,
      takenAt: end.takenAt,
      rows: end.rows,
      notes: end.notes,
      counts: end.counts,
    },
    metrics: Object.entries(end.metrics).map(([metric, rows]) => ({ metric, rows })),
    ...{ faults: end.faults, faultCount: end.faultCount },
    sample: batches.length === 0 ? [] : facts.slice(0, 20).map(({ takenAt, factSetId, ...fact }) => fact),
    known: await findSame(database().prisma, actor, file),
    changes: isWhole ? await foresee(database().prisma, actor.programmeId, actor.membership.today, facts) : [],
  })
}

/** Imports a file of facts as a set, and judges all checks anew. The same file a second time is the set it is already. */
export async function importFactSet(
  actor: ProgrammeActor,
  input: FactFile,
  file: Upload,
): Promise<CommandResult<Import, ImportRefusal>> {
  if (!actor.may(contracts.importFactSet.permission)) return refuse("not-allowed")
  const same = await findSame(database().prisma, actor, file)
  if (same) return sameAgain(same)
  const read = await readUpload(actor, input, file)
  if (!read) return refuse("unreadable-file")
  const { faults, faultCount, rows } = read.end
  if (faultCount > 0) return refuse("file-has-faults", { faults, faultCount })
  if (rows === 0) return refuse("no-facts", { notes: read.end.notes })
  try {
    return await importRead(actor, input, file, read)
  } catch (error) {
    const other = error instanceof ImportedMeanwhile ? await findSame(database().prisma, actor, file) : null
    if (other) return sameAgain(other)
    throw error
  }
}

/** Somebody else imported the very same file while this one was being read. */
class ImportedMeanwhile extends Error {}

const sameAgain = (factSet: FactSetView) => unchanged<Import>({ factSet, imported: false, changes: [] })

const importRead = (
  actor: ProgrammeActor,
  input: FactFile,
  file: Upload,
  read: ReadUpload,
): Promise<CommandResult<Import, ImportRefusal>> =>
  transact(actor, contracts.importFactSet, async (tx) => {
    const { programmeId, personId, membership, context } = actor
    const { source, fileName = null, region = null } = input
    const { rows, takenAt } = read.end
    const id = await storeFactSet(tx, {
      ...{ programmeId, source, region, fileName, rows, bundleVersion: read.bundleVersion, sha256: file.sha256 },
      ...{
        takenAt: takenAt === null ? context.at : new Date(takenAt),
        importedAt: context.at,
        importedById: personId,
      },
      batches: read.batches,
    })
    if (id === null) throw new ImportedMeanwhile()
    const changes = await rejudge(tx, programmeId, { today: membership.today, at: context.at })
    const row = await tx.factSet.findFirstOrThrow({ where: { id, programmeId }, include: withImporter })
    const factSet = factSetView(row)
    return done(
      { factSet, imported: true, changes },
      {
        type: "facts.imported",
        subject: id,
        data: { source, rows, sha256: factSet.sha256, takenAt: factSet.takenAt, changed: changes.length },
        ...(fileName === null ? {} : { texts: { fileName } }),
      },
    )
  })

async function findSame(
  reader: Pick<Transaction, "factSet">,
  { programmeId }: ProgrammeActor,
  { sha256 }: Upload,
): Promise<FactSetView | null> {
  const row = await reader.factSet.findFirst({ where: { programmeId, sha256 }, include: withImporter })
  return row && factSetView(row)
}

function factsOf({ batches }: ReadUpload, takenAt: string): Fact[] {
  return batches.flatMap((batch) => {
    const { metric, dimension, value, n, asOf, region, reason } = FactColumns.parse(JSON.parse(batch))
    return metric.map((name, at) => ({
      ...{ metric: name, dimension: dimension[at] ?? "", value: value[at] ?? null, n: n[at] ?? null },
      ...{ asOf: asOf[at] ?? takenAt, region: region[at] ?? "", reason: reason[at] ?? null, takenAt, factSetId: null },
    }))
  })
}

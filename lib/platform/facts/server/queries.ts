import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { FactSetView, getFactSet } from "../contract"
import { factSetView, withImporter } from "./fact-set-rows"

/** The sets of facts of the actor's programme, taken last first. */
export async function findFactSets({ programmeId }: ProgrammeActor): Promise<{ items: FactSetView[] }> {
  const rows = await database().prisma.factSet.findMany({
    where: { programmeId },
    include: withImporter,
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
  })
  return { items: rows.map(factSetView) }
}

const AT_ONCE = 500
type Asked = { readonly factSetId: Id; readonly metric?: string | undefined; readonly after?: number | undefined }

/** One set with some of its facts, in the order of its file. */
export async function findFactSet(
  actor: ProgrammeActor,
  { factSetId, metric, after = 0 }: Asked,
): Promise<z.output<typeof getFactSet.output> | null> {
  const { programmeId } = actor
  const { prisma } = database()
  const row = await prisma.factSet.findFirst({ where: { id: factSetId, programmeId }, include: withImporter })
  if (!row) return null
  const rows = await prisma.fact.findMany({
    where: { programmeId, factSetId, seq: { gt: after }, ...(metric === undefined ? {} : { metric }) },
    orderBy: { seq: "asc" },
    take: AT_ONCE,
  })
  const facts = rows.map((fact) => ({
    ...{ metric: fact.metric, dimension: fact.dimension, value: fact.value, n: fact.n },
    ...{ asOf: fact.asOf.toISOString(), region: fact.region, workspace: fact.workspace, reason: fact.reason },
  }))
  const next = rows.length === AT_ONCE ? (rows.at(-1)?.seq ?? null) : null
  const fileKept = (await prisma.factFile.count({ where: { programmeId, sha256: row.sha256 } })) > 0
  return { factSet: factSetView(row), facts, next, fileKept, may: { change: actor.may("facts.import") } }
}

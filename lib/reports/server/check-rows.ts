import { database } from "@/lib/db/client"
import type { RoadmapView } from "@/lib/roadmap/views"
import type { CriterionParts } from "../checklist"
import { gateHasCome } from "../due"
import type { PlacedCheck } from "../figures"

/** The checks of a programme. Nothing judges them yet, so each of them could not tell. */
export async function findChecks(
  programmeId: string,
  { gates, today }: Pick<RoadmapView, "gates" | "today">,
): Promise<PlacedCheck[]> {
  const come = new Set(gates.filter((gate) => gateHasCome(gate, today)).map(({ id }) => id))
  const rows = await database().prisma.check.findMany({
    where: { programmeId },
    select: { id: true, workstreamId: true, gateId: true, dueGateId: true },
  })
  return rows.map(({ id, workstreamId, gateId, dueGateId }) => ({
    ...{ id, checkId: id, workstreamId, gateId, verdict: "could-not-tell", waived: false },
    due: dueGateId !== null && come.has(dueGateId),
  }))
}

/** The lines of the success checklist with the checks that count for each. */
export async function findCriteria(programmeId: string, checks: readonly PlacedCheck[]): Promise<CriterionParts[]> {
  const byId = new Map(checks.map((check) => [check.id, check]))
  const rows = await database().prisma.criterion.findMany({
    where: { programmeId },
    include: { checks: { select: { checkId: true } } },
    orderBy: { number: "asc" },
  })
  return rows.map(({ id, key, number, name, checks: counted }) => ({
    ...{ id, key, number, name },
    checks: counted.flatMap(({ checkId }) => byId.get(checkId) ?? []),
  }))
}

import type { ProgrammeActor } from "@/lib/access/actor"
import { database } from "@/lib/db/client"
import { gateView } from "@/lib/roadmap/server/plan-rows"
import type { CheckView, CriterionView } from "../contract"
import { gateHasCome } from "../due"
import { judgeWithoutEvidence } from "../judge"

/** The checks of the actor's programme, by workstream and key. */
export async function findChecks(actor: ProgrammeActor): Promise<{ items: CheckView[] }> {
  const where = { programmeId: actor.programmeId }
  const [gates, rows] = await Promise.all([
    database().prisma.gate.findMany({ where }),
    database().prisma.check.findMany({
      where,
      include: { criteria: { select: { criterionId: true } } },
      orderBy: { id: "asc" },
    }),
  ])
  const come = new Set(
    gates
      .map(gateView)
      .filter((gate) => gateHasCome(gate, actor.membership.today))
      .map(({ id }) => id),
  )
  const items = rows.map(({ id, key, sentence, kind, workstreamId, gateId, dueGateId, criteria }) => ({
    ...{ id, key, sentence, kind, workstreamId, gateId, dueGateId },
    criterionIds: criteria.map(({ criterionId }) => criterionId),
    due: dueGateId !== null && come.has(dueGateId),
    ...judgeWithoutEvidence(kind),
  }))
  return { items }
}

/** The lines of the success checklist with how many of their checks are met, due and there at all. */
export async function findCriteria(actor: ProgrammeActor): Promise<{ items: CriterionView[] }> {
  const { items: checks } = await findChecks(actor)
  const rows = await database().prisma.criterion.findMany({
    where: { programmeId: actor.programmeId },
    orderBy: { number: "asc" },
  })
  const items = rows.map(({ id, key, number, name, signerRoles }) => {
    const own = checks.filter(({ criterionIds }) => criterionIds.includes(id))
    const met = own.filter(({ verdict }) => verdict === "met").length
    return { id, key, number, name, signerRoles, met, due: own.filter(({ due }) => due).length, all: own.length }
  })
  return { items }
}

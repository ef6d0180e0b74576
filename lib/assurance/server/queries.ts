import type { ProgrammeActor } from "@/lib/access/actor"
import { database } from "@/lib/db/client"
import type { Day } from "@/lib/kernel/day"
import type { Id } from "@/lib/kernel/id"
import { gateView } from "@/lib/roadmap/server/plan-rows"
import type { CheckView, CriterionView } from "../contract"
import { gateHasCome } from "../due"
import { judgeWithoutEvidence } from "../judge"

/** The checks of the actor's programme, by workstream and key. */
export const findChecks = async (actor: ProgrammeActor): Promise<{ items: CheckView[] }> => ({
  items: await checksOf(actor.programmeId, actor.membership.today),
})

/** The checks of a programme as of its day, for those who know already that the reader is a member. */
export async function checksOf(programmeId: Id, today: Day): Promise<CheckView[]> {
  const where = { programmeId }
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
      .filter((gate) => gateHasCome(gate, today))
      .map(({ id }) => id),
  )
  return rows.map(({ id, key, sentence, kind, workstreamId, gateId, dueGateId, criteria }) => ({
    ...{ id, key, sentence, kind, workstreamId, gateId, dueGateId },
    criterionIds: criteria.map(({ criterionId }) => criterionId),
    due: dueGateId !== null && come.has(dueGateId),
    ...judgeWithoutEvidence(kind),
  }))
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

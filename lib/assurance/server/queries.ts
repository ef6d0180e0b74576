import { database, type Transaction } from "@/lib/base/db/client"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { gateView } from "@/lib/plan/roadmap/server/plan-rows"
import { judgeChecks } from "@/lib/platform/facts/server/judge-checks"
import type { AssuranceMay, CheckView, CriterionView } from "../contract"
import { gateHasCome } from "../due"
import { checkView } from "./check-view"

/** The checks of the actor's programme, judged as of today, in the order of their making. */
export const findChecks = async (actor: ProgrammeActor): Promise<{ items: CheckView[]; may: AssuranceMay }> => ({
  items: await checksOf(actor.programmeId, actor.membership.today),
  may: mayOf(actor),
})

const mayOf = ({ may }: ProgrammeActor): AssuranceMay => ({
  edit: may("checks.edit"),
  handIn: may("evidence.write"),
  accept: may("evidence.accept"),
  askWaiver: may("waiver.request"),
  approveWaiver: may("waiver.approve"),
  importFacts: may("facts.import"),
  manage: may("programme.manage"),
})

/**
 * The checks of a programme judged as of its day, for those who know already that the reader is a member. Judged at every
 * reading, so that no verdict is ever older than its facts.
 */
export const checksOf = (programmeId: Id, today: Day): Promise<CheckView[]> =>
  checksIn(database().prisma, programmeId, today)

/** The same as a transaction sees it. */
export async function checksIn(reader: Transaction, programmeId: Id, today: Day): Promise<CheckView[]> {
  const come = await findGatesCome(reader, programmeId, today)
  const judged = await judgeChecks(reader, programmeId, { today })
  return judged.map((each) => checkView(each, today, come))
}

/** The gates that were passed or whose target day has come. */
export async function findGatesCome(reader: Transaction, programmeId: Id, today: Day): Promise<ReadonlySet<Id>> {
  const gates = await reader.gate.findMany({ where: { programmeId } })
  const come = gates.map(gateView).filter((gate) => gateHasCome(gate, today))
  return new Set(come.map(({ id }) => id))
}

/** The lines of the success checklist with how many of their checks are met, due and there at all; waived ones are not. */
export async function findCriteria(actor: ProgrammeActor): Promise<{ items: CriterionView[] }> {
  return { items: (await findChecklist(actor)).criteria }
}

/** All checks and the lines of the checklist, judged once for both. */
async function findChecklist(
  actor: ProgrammeActor,
): Promise<{ readonly checks: CheckView[]; readonly criteria: CriterionView[] }> {
  const checks = await checksOf(actor.programmeId, actor.membership.today)
  const rows = await database().prisma.criterion.findMany({
    where: { programmeId: actor.programmeId, removedAt: null },
    orderBy: { number: "asc" },
  })
  const criteria = rows.map(({ id, key, number, name, signerRoles }) => {
    const own = checks.filter(({ criterionIds, waived }) => criterionIds.includes(id) && !waived)
    const met = own.filter(({ verdict }) => verdict === "met").length
    return { id, key, number, name, signerRoles, met, due: own.filter(({ due }) => due).length, all: own.length }
  })
  return { checks, criteria }
}

import { database, type Transaction } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { planOf } from "../plan"
import type { PlannedDatesView } from "../plan-contract"
import { gateView, linkView, programmeView, workstreamView } from "./plan-rows"
import { workItemView } from "./work-item-rows"

type Known = { readonly key: string; readonly dates: PlannedDatesView }
/** The newest answer of each programme; its key names everything that it depends on. */
const known = new Map<string, Known>()
const MOST_KNOWN = 50

/** The computed dates of the actor's programme, computed once for each data version and day. */
export async function findSchedule(actor: ProgrammeActor): Promise<PlannedDatesView> {
  const { programmeId } = actor
  const key = `${actor.membership.seq} ${actor.membership.today}`
  const last = known.get(programmeId)
  if (last?.key === key) return last.dates
  const dates = computed(await findPlanParts(programmeId), actor)
  known.delete(programmeId)
  known.set(programmeId, { key, dates })
  const oldest = known.keys().next().value
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
  return dates
}

function computed(parts: Awaited<ReturnType<typeof findPlanParts>>, { membership }: ProgrammeActor): PlannedDatesView {
  const plan = planOf(parts, membership.today)
  const nothing = {
    items: [],
    workstreams: [],
    phases: [],
    gates: [],
    gatesWithoutWork: [],
    notWaitedFor: [],
    finish: null,
  }
  if (!plan.ok) return { statusDay: membership.today, ...nothing }
  const { items, workstreams, phases, gates, gatesWithoutWork, notWaitedFor } = plan.value.dates
  const last = parts.gates.at(-1)
  const listed = (dates: typeof items) => Array.from(dates, ([id, { start, finish }]) => ({ id, start, finish }))
  return {
    statusDay: membership.today,
    items: listed(items),
    workstreams: listed(workstreams),
    phases: listed(phases),
    gates: Array.from(gates, ([id, day]) => ({ id, day })),
    gatesWithoutWork: [...gatesWithoutWork],
    notWaitedFor: notWaitedFor.map(({ gateId, node }) => ({ gateId, node: { ...node } })),
    finish: last ? (gates.get(last.id) ?? null) : null,
  }
}

/** As much of a programme as decides its dates. */
export async function findPlanParts(programmeId: string, prisma: Transaction = database().prisma) {
  const where = { programmeId }
  const [programme, gates, workstreams, items, links] = await Promise.all([
    prisma.programme.findFirstOrThrow({ where: { id: programmeId }, include: { holidays: true } }),
    prisma.gate.findMany({ where, orderBy: { number: "asc" } }),
    prisma.workstream.findMany({ where }),
    prisma.workItem.findMany({ where: { ...where, removedAt: null } }),
    prisma.dependency.findMany({ where }),
  ])
  return {
    programme: programmeView(programme),
    gates: gates.map(gateView),
    workstreams: workstreams.map(workstreamView),
    items: items.map(workItemView),
    links: links.map(linkView),
  }
}

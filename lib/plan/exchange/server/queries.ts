import { database, type Transaction } from "@/lib/base/db/client"
import { fromDayColumn, fromOptionalDayColumn } from "@/lib/base/db/day-column"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { FileAnswer } from "@/lib/door/file"
import {
  gateView,
  linkView,
  phaseView,
  programmeView,
  stageView,
  workstreamView,
} from "@/lib/plan/roadmap/server/plan-rows"
import { workItemView } from "@/lib/plan/roadmap/server/work-item-rows"
import type { CurrentPlan } from "../current-plan"
import { projectXml } from "../export/project-xml"

/** Project keeps a baseline and ten more. */
const MOST_BASELINES = 11

/** The plan of the actor's programme; lines of baselines only where they are asked for. */
export async function loadPlan(
  reader: Transaction,
  { programmeId, membership }: ProgrammeActor,
  { withLines }: { withLines: boolean },
): Promise<CurrentPlan> {
  const where = { programmeId }
  const byNumber = { orderBy: { number: "asc" as const } }
  const programme = await reader.programme.findFirstOrThrow({
    where: { id: programmeId },
    include: { holidays: { orderBy: { day: "asc" } } },
  })
  const phases = await reader.phase.findMany({ where, ...byNumber })
  const gates = await reader.gate.findMany({ where, ...byNumber })
  const stages = await reader.stage.findMany({ where, ...byNumber })
  const workstreams = await reader.workstream.findMany({ where, orderBy: { rank: "asc" } })
  const items = await reader.workItem.findMany({ where: { ...where, removedAt: null } })
  const links = await reader.dependency.findMany({ where, orderBy: { id: "asc" } })
  const people = await reader.person.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }] })
  return {
    today: membership.today,
    programme: programmeView(programme),
    phases: phases.map(phaseView),
    gates: gates.map(gateView),
    stages: stages.map(stageView),
    workstreams: workstreams.map(workstreamView),
    items: items.map((row) => ({ ...workItemView(row), description: row.description, importKey: row.importKey })),
    links: links.map(linkView),
    people: people.map(({ id, name, removedAt }) => ({ id, name, removed: removedAt !== null })),
    baselines: await loadBaselines(reader, programmeId, withLines),
  }
}

async function loadBaselines(
  reader: Transaction,
  programmeId: string,
  withLines: boolean,
): Promise<CurrentPlan["baselines"]> {
  const where = { programmeId, removedAt: null }
  const newest = { where, orderBy: { id: "desc" as const } }
  if (!withLines) return (await reader.baseline.findMany(newest)).map(({ name }) => ({ name, lines: [] }))
  const rows = await reader.baseline.findMany({ ...newest, take: MOST_BASELINES, include: { lines: true } })
  return rows.map(({ name, lines }) => ({
    name,
    lines: lines.map(({ part, partId, start, finish, likely }) => ({
      ...{ part, partId, likely, start: fromOptionalDayColumn(start), finish: fromDayColumn(finish) },
    })),
  }))
}

/** The plan as a Microsoft Project XML file, called after the programme. */
export async function exportPlan(actor: ProgrammeActor): Promise<FileAnswer> {
  const plan = await loadPlan(database().prisma, actor, { withLines: true })
  return new FileAnswer(`${plan.programme.name}.xml`, "application/xml", new TextEncoder().encode(projectXml(plan)))
}

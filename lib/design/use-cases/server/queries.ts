import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { database } from "@/lib/base/db/client"
import { fromDayColumn } from "@/lib/base/db/day-column"
import { gapOf } from "@/lib/design/gaps/levels"
import { question } from "@/lib/design/gaps/question"
import { landscapeItem } from "@/lib/design/landscape/landscape-item"
import { proofOf } from "@/lib/design/landscape/proof"
import { findTableFacts } from "@/lib/design/landscape/server/queries"
import { doneOf } from "@/lib/design/landscape/totals"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { ListAnswer } from "@/lib/records/addresses"
import { findAll } from "@/lib/records/server/queries"
import { datesOf, type Known } from "../prerequisites"
import type { UseCaseLine, UseCaseScore, UseCaseView } from "../use-case"
import { scoreOf } from "./scores"

/** Use cases with their newest scores, what they wait for and their earliest honest dates. */
export async function withFigures(
  actor: ProgrammeActor,
  list: ListAnswer<UseCaseView>,
): Promise<ListAnswer<UseCaseLine>> {
  const [scores, known] = await Promise.all([findNewestScores(actor.programmeId), findKnown(actor)])
  const dates = datesOf(list.items, known)
  const items = list.items.map((item) => {
    const { waitsFor, earliest } = dates.get(item.id) ?? { waitsFor: [], earliest: null }
    return { ...item, scores: scores.get(item.id) ?? [], waitsFor, earliest }
  })
  return { ...list, items }
}

async function findNewestScores(programmeId: string): Promise<ReadonlyMap<string, readonly UseCaseScore[]>> {
  const rows = await database().prisma.useCaseScore.findMany({
    ...{ where: { programmeId }, distinct: ["useCaseId", "criterionId"] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  })
  const byCase = new Map<string, UseCaseScore[]>()
  for (const row of rows) byCase.set(row.useCaseId, [...(byCase.get(row.useCaseId) ?? []), scoreOf(row)])
  return byCase
}

async function findKnown(actor: ProgrammeActor): Promise<Known> {
  const { programmeId, membership, context } = actor
  const { prisma } = database()
  const [programme, gates, run, items, gaps, facts] = await Promise.all([
    prisma.programme.findFirstOrThrow({ where: { id: programmeId }, include: { holidays: true } }),
    prisma.gate.findMany({ where: { programmeId } }),
    prisma.forecastRun.findFirst({
      ...{ where: { programmeId }, orderBy: [{ at: "desc" }, { id: "desc" }], select: { gates: true } },
    }),
    findAll(landscapeItem, programmeId),
    findAll(question, programmeId),
    findTableFacts(programmeId),
  ])
  const calendar = compileCalendar({
    weekend: programme.weekend,
    holidays: programme.holidays.map(({ day }) => fromDayColumn(day)),
  })
  if (!calendar.ok) throw new Error("the programme's calendar has no working day")
  const p80 = new Map((run?.gates ?? []).map((gate) => [gate.gateId, fromDayColumn(gate.p80)]))
  const gateOf = new Map(gates.map(({ phaseId, id }) => [phaseId, id]))
  return {
    gates: new Map(
      gates.map(({ id, name, passedAt }) => [id, { name, passed: passedAt !== null, p80: p80.get(id) ?? null }]),
    ),
    items: new Map(
      items.map((item) => {
        const { proved } = proofOf(item, facts, context.at)
        const gateId = item.phaseId === null ? null : (gateOf.get(item.phaseId) ?? null)
        return [item.id, { name: item.name, done: doneOf({ ...item, proved }).proved === true, gateId }]
      }),
    ),
    gaps: new Map(gaps.map((gap) => [gap.id, { name: gap.name, closed: gapOf(gap) === 0, targetDay: gap.targetDay }])),
    ...{ today: membership.today, calendar: calendar.value },
  }
}

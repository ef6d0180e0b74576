import { database } from "@/lib/base/db/client"
import { type Day, day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { commandsOf } from "@/lib/records/server/commands"
import { findAll } from "@/lib/records/server/queries"
import { budget } from "@/lib/value/cost/budget"
import { judgeKpi, type KpiSource, kpi } from "@/lib/value/kpi"
import { checkIn } from "@/lib/value/server/check-in"
import { importListPrices, importUsage } from "@/lib/value/server/import-usage"
import { addFromKpiLibrary } from "@/lib/value/server/library"
import { findHistory } from "@/lib/value/server/queries"
import { pricesCsv, usageCsv } from "../story/usage-story"
import type { Measure, ValueEvent } from "../story/value-event"
import { idOf, type Scene } from "./scene"
import { told } from "./stage"
import { withUpload } from "./upload"

type Told<Does extends ValueEvent["does"] = ValueEvent["does"]> = { readonly who: string } & Extract<
  ValueEvent,
  { does: Does }
>

/** Does what somebody measured. */
export async function carryOutValue(scene: Scene, event: Told): Promise<void> {
  if (event.does === "check-in") return say(scene, event)
  if (event.does === "bill") return bill(scene, event)
  await take(scene, event)
  for (const measure of event.kpis) await setUp(scene, event.who, measure)
}

const kpis = commandsOf(kpi, { rule: judgeKpi })

/** Takes the pack's KPIs over, and adds the story's own. */
async function take({ stage, names, at }: Scene, { who, kpis: all }: Told<"measure">): Promise<void> {
  const actor = stage.actor(who, at)
  const keys = all.filter(({ own }) => own === undefined).map((each) => each.kpi)
  const { kpiIds } = told("the KPIs", await addFromKpiLibrary(actor, { keys }))
  for (const [place, key] of keys.entries()) names.kpis.set(key, kpiIds[place] ?? "")
  for (const { kpi: key, own } of all) {
    if (!own) continue
    const { name, unit, definition } = own
    names.kpis.set(key, told(`KPI ${key}`, await kpis.add(actor, { name, unit, definition })).id)
  }
}

async function setUp({ stage, names, startDay, at }: Scene, who: string, measure: Measure): Promise<void> {
  const actor = stage.actor(who, at)
  const all = await findAll(kpi, stage.programmeId)
  const recordId = idOf(names.kpis, measure.kpi)
  const one = all.find(({ id }) => id === recordId)
  const beside = all.find(({ id }) => id === names.kpis.get(measure.own?.of ?? ""))
  const dayIn = (days: number) => dayOf(ordinalOf(startDay) + days)
  const numberOf = (key: string) => `K${all.find(({ id }) => id === idOf(names.kpis, key))?.number}`
  const formula = measure.formula?.replace(/\{([a-z-]+)\}/g, (_, key: string) => numberOf(key))
  const source: KpiSource | undefined = formula ? "formula" : measure.byHand
  const change = {
    ...{ recordId, version: one?.version ?? 1, ownerId: stage.personId(measure.owner) },
    ...(beside ? { objectiveId: beside.objectiveId, stageId: beside.stageId } : {}),
    ...(measure.baseline === undefined ? {} : { baseline: measure.baseline, baselineDay: dayIn(0) }),
    ...(measure.target === undefined ? {} : { target: measure.target, targetDay: dayIn(measure.targetIn ?? 365) }),
    milestones: (measure.milestones ?? []).map(([days, value]) => `${dayIn(days)} ${value}`),
    ...(measure.cadence ? { cadence: measure.cadence } : {}),
    ...(source ? { source } : {}),
    ...(formula ? { formula } : {}),
  }
  told(`KPI ${measure.kpi}`, await kpis.change(actor, change))
}

async function say({ stage, names, at }: Scene, event: Told<"check-in">): Promise<void> {
  const actor = stage.actor(event.who, at)
  const recordId = idOf(names.kpis, event.kpi)
  const history = event.value === "as measured" ? await findHistory(actor, { recordId }) : null
  const newest = history?.points.findLast(({ day }) => day <= actor.membership.today)?.value ?? null
  const value = event.value === "as measured" ? newest : event.value
  const { confidence, sentence } = event
  const input = { recordId, day: actor.membership.today, value, confidence, ...(sentence ? { sentence } : {}) }
  told(`check-in of ${event.kpi}`, await checkIn(actor, input))
}

const budgets = commandsOf(budget)

/** Imports usage and prices as files, and sets the budgets of the newest months, the present one last. */
async function bill({ stage, at }: Scene, { who, days, budgets: amounts }: Told<"bill">): Promise<void> {
  const actor = stage.actor(who, at)
  const { today } = actor.membership
  const from = dayOf(ordinalOf(today) - days)
  const { currency } = await database().prisma.programme.findFirstOrThrow({ where: { id: stage.programmeId } })
  const prices = await withUpload(pricesCsv(currency, from), (file) => importListPrices(actor, {}, file))
  told("the list prices", prices)
  told("the usage", await withUpload(usageCsv(from, today), (file) => importUsage(actor, {}, file)))
  for (const [index, amount] of amounts.entries()) {
    const monthDay = monthsBefore(today, amounts.length - 1 - index)
    told(
      "a budget",
      await budgets.add(actor, { name: `Platform ${monthDay.slice(0, 7)}`, monthDay, amount: String(amount) }),
    )
  }
}

/** The first day of the month that many months before. */
function monthsBefore(today: Day, months: number): Day {
  const [year = 0, month = 1] = today.split("-").map(Number)
  const total = year * 12 + month - 1 - months
  return day(`${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}-01`)
}

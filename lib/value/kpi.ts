import { isDay } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { calendarDay, choice, decimal, list, prose, relation, text } from "@/lib/records/kinds"
import { type ChangeOf, field, fixed, preset, record, required, type ViewOf } from "@/lib/records/record"
import { parseFormula } from "./formula"
import { type Path, type PathPoint, pathOf } from "./path"

export const directionNames = { up: "Higher is better", down: "Lower is better", range: "Within a range" } as const
export const cadenceNames = { weekly: "Weekly", monthly: "Monthly", quarterly: "Quarterly" } as const
export const sourceNames = {
  ...{ typed: "Typed", imported: "Imported", fact: "Measured by facts", formula: "Formula over KPIs" },
} as const
export type KpiSource = keyof typeof sourceNames

const amount = decimal({ from: -1e15, to: 1e15 })

/** What an objective is measured by: from a baseline to a target, along a path, at a cadence. */
export const kpi = record({
  ...{ type: "kpi", path: "kpis", table: "kpi" },
  names: { one: "KPI", many: "KPIs" },
  ...{ read: "programme.read", edit: "value.edit", title: "name", keys: ["name"] },
  fields: {
    name: required(text(120), { label: "KPI", width: 220 }),
    objectiveId: field(relation("objective"), { label: "Objective", width: 150 }),
    stageId: field(relation("stage"), { label: "Stage", width: 150, hiddenAtFirst: true }),
    ownerId: field(relation("person"), { label: "Owner", width: 140 }),
    unit: preset(text(24), "count", {
      label: "Unit",
      width: 80,
      hint: "%, days, money (programme currency) or a word",
    }),
    direction: preset(choice(directionNames), "up", { label: "Direction", width: 130, hiddenAtFirst: true }),
    baseline: field(amount, { label: "Baseline", width: 90 }),
    baselineDay: field(calendarDay, { label: "Baseline on", width: 100 }),
    target: field(amount, { label: "Target", width: 90, hint: "Of a range, its lower bound" }),
    targetTo: field(amount, { label: "Target to", width: 90, hint: "Upper bound of a range", hiddenAtFirst: true }),
    targetDay: field(calendarDay, { label: "Target on", width: 100 }),
    milestones: preset(list(40, 24), [], {
      ...{ label: "Milestones", hint: "Day and value, such as 2027-01-31 18; without them the path is straight" },
      hiddenAtFirst: true,
    }),
    cadence: preset(choice(cadenceNames), "monthly", { label: "Cadence", width: 100 }),
    source: preset(choice(sourceNames), "typed", { label: "Source", width: 130 }),
    metric: field(text(120), { label: "Fact metric", hint: "Such as runs-succeeded", hiddenAtFirst: true }),
    factor: preset(decimal({ from: 1e-9, to: 1e9 }), 1, {
      ...{ label: "Factor", hint: "Facts are multiplied by it: 100 turns a share into percent", hiddenAtFirst: true },
    }),
    formula: field(text(500), { label: "Formula", hint: "Such as (K1 + K2) / K3", hiddenAtFirst: true }),
    packKey: fixed(text(80), { label: "From the pack", hiddenAtFirst: true }),
    calculation: preset(prose(2_000), "", { label: "Calculation" }),
    definition: preset(prose(4_000), "", { label: "Definition" }),
  },
  refusals: {
    "not-a-formula": {
      status: 422,
      sentence: "The formula cannot be read. Use numbers, KPIs such as K3, + - * / and parentheses.",
    },
    "no-such-kpi": { status: 422, sentence: "The formula uses a KPI that this programme does not have." },
    "formula-in-a-circle": { status: 422, sentence: "The formula leads back to this KPI. Leave that KPI out." },
    "no-metric": { status: 422, sentence: "A KPI measured by facts needs the name of their metric." },
    "not-a-milestone": {
      status: 422,
      sentence: "A milestone is a day and a value, such as 2027-01-31 18, between the baseline and the target.",
    },
    "target-before-baseline": { status: 422, sentence: "The target day must be after the baseline day." },
  },
})
export type KpiView = ViewOf<typeof kpi>
export type KpiChange = ChangeOf<typeof kpi>
export type KpiRefusal = keyof NonNullable<(typeof kpi)["refusals"]>

/** A milestone as it is written, `2027-01-31 18`; null for what is none. */
export function milestoneOf(text: string): PathPoint | null {
  const [, day = "", value = ""] = /^(\d{4}-\d{2}-\d{2})\s*[:=]?\s+(-?\d+(?:\.\d+)?)$/.exec(text.trim()) ?? []
  return isDay(day) && value !== "" ? { day, value: Number(value) } : null
}

type Ends = Pick<KpiView, "baseline" | "baselineDay" | "target" | "targetDay" | "milestones" | "direction">

/** The expected path of a KPI; null while it has no ends, and for a range, which is good at any time. */
export const pathOfKpi = ({ baseline, baselineDay, target, targetDay, milestones, direction }: Ends): Path | null =>
  direction === "range"
    ? null
    : pathOf(
        { day: baselineDay, value: baseline },
        { day: targetDay, value: target },
        milestones.map(milestoneOf).filter((each) => each !== null),
      )

/** A KPI holds together: its formula, metric, milestones and days. What the database knows is judged apart. */
export function judgeKpi(before: KpiView | null, change: KpiChange): Result<KpiChange, KpiRefusal> {
  const given = <Name extends keyof KpiChange & keyof KpiView>(name: Name) =>
    change[name] === undefined ? before?.[name] : change[name]
  const [source, formula] = [given("source") ?? "typed", given("formula") ?? null]
  if ((source === "formula" || formula !== null) && !parseFormula(formula ?? "").ok) return refuse("not-a-formula")
  if (source === "fact" && !given("metric")) return refuse("no-metric")
  const [from, to] = [given("baselineDay") ?? null, given("targetDay") ?? null]
  if (from !== null && to !== null && from >= to) return refuse("target-before-baseline")
  if ((given("milestones") ?? []).some((each) => !isBetween(each, from, to))) return refuse("not-a-milestone")
  return ok(change)
}

function isBetween(text: string, from: string | null, to: string | null): boolean {
  const point = milestoneOf(text)
  return point !== null && (from === null || point.day > from) && (to === null || point.day < to)
}

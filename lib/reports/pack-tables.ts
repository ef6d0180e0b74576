import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { fixed } from "@/lib/base/kernel/rounded"
import { gateWords } from "./gate-words"
import type { PackContent } from "./pack-contract"

/** A table of a pack, the same on screen, on paper and in a sheet; `widths` are shares of the page. */
export type PackTable = {
  readonly title: string
  readonly heads: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
  /** Said where there is no row. */
  readonly none: string
}

const orDash = (value: string | null): string => value ?? "–"
const statusWords = { green: "Green", amber: "Amber", red: "Red", unknown: "Unknown" } as const

/** Every table of a pack; each row stands in exactly one of them. */
export function packTables(content: PackContent): readonly PackTable[] {
  const { today, programme } = content
  const day = (value: Day | null) => (value === null ? "–" : sayDay(value, today))
  const amount = (value: string | null) => (value === null ? "–" : `${programme.currency} ${value}`)
  return [
    {
      ...{ title: "Status", heads: ["Area", "Status", "Measured", "Rule"], widths: [0.11, 0.09, 0.35, 0.45], none: "" },
      rows: content.rag.dimensions.map(({ name, status, figure, whole, override }) => [
        ...[name, statusWords[status], figure],
        override
          ? `Overridden until ${day(override.untilDay)}: ${override.reason}. The rule says ${statusWords[override.computed].toLowerCase()}.`
          : whole,
      ]),
    },
    {
      ...{ title: "Phases and gates", heads: ["Phase", "Gate", "Target", "Forecast", "Late", "Checks proved"] },
      ...{ widths: [0.26, 0.12, 0.14, 0.2, 0.1, 0.18], none: "" },
      rows: content.phases.map(({ number, name, gate, proved }) => {
        const said = gate ? gateWords(gate, today) : null
        return [
          ...[`${number} ${name}`, gate?.name ?? "–", day(gate?.targetDay ?? null), said?.day ?? "–"],
          gate?.state === "passed" ? "passed" : (said?.shift ?? "–"),
          proved ? `${proved.metDue} of ${proved.due} due, ${proved.all} in all` : "–",
        ]
      }),
    },
    {
      ...{ title: "KPIs", heads: ["KPI", "Latest", "As of", "Path", "Standing", "Target"] },
      ...{ widths: [0.3, 0.13, 0.12, 0.13, 0.17, 0.15], none: "No KPIs yet." },
      rows: content.kpis.map(({ name, value, asOf, expected, standing, target, targetDay }) => [
        ...[name, orDash(value), day(asOf), orDash(expected), standing],
        target === null ? "–" : `${target} by ${day(targetDay)}`,
      ]),
    },
    {
      ...{ title: "Decisions", heads: ["Ask", "Decision maker", "By", "Options", "A week costs", "Decided"] },
      ...{ widths: [0.24, 0.14, 0.1, 0.26, 0.1, 0.16], none: "No decision is wanted." },
      rows: content.asks.map(({ number, title, decider, dueDay, options, recommended, delayCost, chosen }) => [
        ...[`${number}. ${title}`, orDash(decider), day(dueDay)],
        options
          .map((each, at) => `${"ABCDEF"[at]} ${each}${recommended === at + 1 ? " (recommended)" : ""}`)
          .join("; "),
        ...[amount(delayCost), chosen ?? "open"],
      ]),
    },
    {
      ...{ title: "Actions", heads: ["Action", "Owner", "Due", "Status"], widths: [0.52, 0.2, 0.14, 0.14] },
      none: "No action is open.",
      rows: content.actions.map(({ number, title, owner, dueDay, state, overdue }) => [
        ...[`${number}. ${title}`, orDash(owner), day(dueDay), overdue ? "Overdue" : state],
      ]),
    },
    {
      ...{ title: "Change requests", heads: ["Change", "Kind", "Working days", "Money", "Status"] },
      ...{ widths: [0.46, 0.12, 0.13, 0.15, 0.14], none: "No change is requested." },
      rows: content.changes.map(({ number, title, kind, days, money, state }) => [
        ...[`${number}. ${title}`, kind, days === null ? "–" : String(days), amount(money), state],
      ]),
    },
    {
      ...{ title: "Risks and issues", heads: ["Entry", "Kind", "Exposure", "Owner", "Due", "Response"] },
      ...{ widths: [0.28, 0.1, 0.09, 0.14, 0.1, 0.29], none: "Nothing is open in the register." },
      rows: content.risks.map(({ number, title, kind, exposure, owner, dueDay, response }) => [
        ...[`${number}. ${title}`, kind, exposure === null ? "–" : fixed(exposure, 1), orDash(owner), day(dueDay)],
        response || "–",
      ]),
    },
    {
      ...{ title: "Success checklist", heads: ["Criterion", "Sign-off", "Checks"], widths: [0.5, 0.25, 0.25] },
      none: "No criteria.",
      rows: content.checklist.map(({ number, name, signOff, proved }) => [
        ...[`${number}. ${name}`, signWords[signOff]],
        proved ? `${proved.metDue} of ${proved.due} due proved` : "–",
      ]),
    },
  ]
}

const signWords: Record<PackContent["checklist"][number]["signOff"], string> = {
  ...{ open: "not signed", ready: "ready to sign", begun: "partly signed", signed: "signed off" },
  ...{ contradicted: "contradicted since sign-off", lapsed: "lapsed since sign-off" },
}

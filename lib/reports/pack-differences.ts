import { ordinalOf } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { PackContent } from "./pack-contract"

/** What changed from one pack to another, in sentences: status, gates, KPIs, checks, decisions, risks. */
export function packDifferences(before: PackContent, after: PackContent): string[] {
  return [
    ...statuses(before, after),
    ...gates(before, after),
    ...proved(before, after),
    ...kpis(before, after),
    ...decided(before, after),
    ...risks(before, after),
  ]
}

const statuses = (before: PackContent, after: PackContent): string[] =>
  after.rag.dimensions.flatMap(({ dimension, name, status }) => {
    const then = before.rag.dimensions.find((each) => each.dimension === dimension)?.status
    return then && then !== status ? [`${name}: ${then} to ${status}.`] : []
  })

function gates(before: PackContent, after: PackContent): string[] {
  const then = new Map(before.phases.flatMap(({ gate }) => (gate ? [[gate.id, gate] as const] : [])))
  return after.phases.flatMap(({ gate }) => {
    const old = gate && then.get(gate.id)
    if (!gate || !old) return []
    if (gate.state === "passed" && old.state !== "passed") return [`${gate.name} was passed.`]
    if (!gate.forecast || !old.forecast) return []
    const days = ordinalOf(gate.forecast.p80) - ordinalOf(old.forecast.p80)
    const p80 = `${sayDay(old.forecast.p80, after.today)} to ${sayDay(gate.forecast.p80, after.today)}`
    return days === 0 ? [] : [`P80 of ${gate.name}: ${p80}, ${Math.abs(days)} days ${days > 0 ? "later" : "earlier"}.`]
  })
}

function proved(before: PackContent, after: PackContent): string[] {
  const sum = ({ stages }: PackContent) => stages.reduce((all, each) => all + (each.proved?.met ?? 0), 0)
  const [old, now] = [sum(before), sum(after)]
  return old === now ? [] : [`Checks proved: ${old} to ${now}.`]
}

const kpis = (before: PackContent, after: PackContent): string[] =>
  after.kpis.flatMap(({ number, name, value, standing }) => {
    const old = before.kpis.find((each) => each.number === number)
    if (!old) return [`New KPI: ${name}.`]
    return old.value === value ? [] : [`${name}: ${old.value ?? "no value"} to ${value ?? "no value"}, ${standing}.`]
  })

const decided = (before: PackContent, after: PackContent): string[] =>
  after.asks.flatMap(({ number, title, chosen }) => {
    const old = before.asks.find((each) => each.number === number)
    if (chosen !== null && old?.chosen === null) return [`Decided: ${title}: ${chosen}.`]
    return old || chosen !== null ? [] : [`New ask: ${title}.`]
  })

function risks(before: PackContent, after: PackContent): string[] {
  const gone = before.risks.filter(({ number }) => !after.risks.some((each) => each.number === number))
  const come = after.risks.filter(({ number }) => !before.risks.some((each) => each.number === number))
  return [
    ...come.map(({ kind, title }) => `New ${kind.toLowerCase()}: ${title}.`),
    ...gone.map(({ title }) => `No longer open: ${title}.`),
  ]
}

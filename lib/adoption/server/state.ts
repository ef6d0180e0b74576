import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { Thing } from "@/lib/pack/things"
import { estimateText, linkKey, listText } from "@/lib/pack/things"
import { keptRule, sameJson } from "../kept-rule"
import type { Mine } from "../offer"

/** The rows of a programme that come from the pack. */
export type PackRows = Awaited<ReturnType<typeof loadPackRows>>

/** Reads all that the pack can change in a programme, one query after the other, since a transaction has one connection. */
export async function loadPackRows(reader: Transaction, programmeId: Id) {
  const where = { programmeId }
  return {
    phases: await reader.phase.findMany({ where }),
    gates: await reader.gate.findMany({ where }),
    stages: await reader.stage.findMany({ where }),
    workstreams: await reader.workstream.findMany({ where }),
    items: await reader.workItem.findMany({ where: { ...where, packKey: { not: null } } }),
    links: await reader.dependency.findMany({ where }),
    checks: await reader.check.findMany({
      where,
      include: { _count: { select: { evidence: true, waivers: true } }, criteria: { select: { criterionId: true } } },
    }),
    criteria: await reader.criterion.findMany({ where, include: { checks: { select: { checkId: true } } } }),
  }
}

/** What each row is called in the pack, by its id. */
export function keysById(rows: PackRows): ReadonlyMap<string, string> {
  const keyed = [rows.phases, rows.gates, rows.stages, rows.workstreams, rows.checks, rows.criteria].flat()
  return new Map([
    ...keyed.map(({ id, key }) => [id, key] as const),
    ...rows.items.map(({ id, packKey }) => [id, packKey ?? ""] as const),
  ])
}

type Current = Readonly<Record<string, string | null>>
type Figures = Readonly<Record<"optimistic" | "likely" | "pessimistic", number | null>>
const estimateOf = ({ optimistic, likely, pessimistic }: Figures): string | null =>
  optimistic === null || likely === null || pessimistic === null
    ? null
    : estimateText({ optimistic, likely, pessimistic })

/** The rule of a check, unless it is the pack's, or the pack's of the older release that was kept. */
function ruleOf(rule: unknown, base: Thing | undefined, followed: Thing | undefined): Current {
  if (rule === null) return followed ? { rule: followed.fields.rule ?? null } : {}
  const was = base?.fields.rule ?? null
  return was !== null && sameJson(rule, keptRule(was)) ? {} : { rule: JSON.stringify(rule) }
}

type Things = ReadonlyMap<string, Thing>
/**
 * The programme's own state of each thing of the pack, told against how the older release has it. Checks without a rule
 * of their own have that of the release that the programme follows.
 */
export function mineOf(rows: PackRows, base: Things, followed: Things): ReadonlyMap<string, Mine> {
  const keys = keysById(rows)
  const keyOf = (id: string | null) => (id === null ? null : (keys.get(id) ?? null))
  const mine = new Map<string, Mine>()
  const put = (id: string, current: Current, more: Partial<Mine> = {}) => {
    const was = base.get(id)?.fields ?? {}
    const edited = Object.entries(current).filter(([field, value]) => field in was && was[field] !== value)
    const rest = { removed: false, held: null, heldAsRetired: null, keeps: [], ...more }
    mine.set(id, { fields: Object.fromEntries(edited), ...rest })
  }
  for (const { key, name, summary, weeksFrom, weeksTo } of rows.phases)
    put(`phase:${key}`, { name, summary, weeks: weeksFrom === null ? null : `${weeksFrom}-${weeksTo}` })
  for (const { key } of rows.gates) put(`gate:${key}`, {})
  for (const { key, name, summary } of rows.stages) put(`stage:${key}`, { name, summary })
  for (const each of rows.workstreams)
    put(`workstream:${each.key}`, {
      ...{ name: each.name, description: each.description, phase: keyOf(each.phaseId), role: each.roleKey },
      estimate: estimateOf(each),
    })
  for (const each of rows.items) {
    const begun = each.status !== "not_started" || each.percent > 0
    put(
      `activity:${each.packKey}`,
      {
        ...{ title: each.title, description: each.description, role: each.roleKey, phase: keyOf(each.phaseId) },
        estimate: estimateOf(each),
      },
      {
        removed: each.removedAt !== null,
        held: each.status === "done" || each.status === "dropped" ? "closed here" : null,
        heldAsRetired: begun ? "work has begun" : null,
        keeps: each.estimateConfirmedAt === null ? [] : ["estimate"],
      },
    )
  }
  for (const each of rows.links) {
    const from = keyOf(each.fromItemId ?? each.fromWorkstreamId ?? each.fromGateId)
    const to = keyOf(each.toItemId ?? each.toWorkstreamId ?? each.toGateId)
    if (from && to) put(`link:${linkKey(from, to, each.type)}`, { lag: String(each.lag) })
  }
  const signed = new Set(rows.criteria.filter(({ signedAt }) => signedAt !== null).map(({ id }) => id))
  for (const each of rows.checks) {
    const counts = each.criteria.some(({ criterionId }) => signed.has(criterionId)) ? "counts for a signed line" : null
    const used = each._count.evidence + each._count.waivers > 0 ? "has evidence or a waiver" : null
    put(
      `check:${each.key}`,
      {
        ...{ sentence: each.sentence, kind: each.kind, dueGate: keyOf(each.dueGateId) },
        ...ruleOf(each.rule, base.get(`check:${each.key}`), followed.get(`check:${each.key}`)),
      },
      { removed: each.removedAt !== null, held: counts, heldAsRetired: counts ?? used },
    )
  }
  for (const each of rows.criteria) {
    const held = each.signedAt === null ? null : "signed"
    const checks = listText(each.checks.flatMap(({ checkId }) => keyOf(checkId) ?? []))
    const current = { name: each.name, signers: listText(each.signerRoles), checks }
    put(`criterion:${each.key}`, current, { removed: each.removedAt !== null, held, heldAsRetired: held })
  }
  return mine
}

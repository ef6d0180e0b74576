import type { Transaction } from "@/lib/base/db/client"
import { fromOptionalDayColumn } from "@/lib/base/db/day-column"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { Check as PackCheck, Release } from "@/lib/pack/release"
import { loadRelease } from "@/lib/pack/server/releases"
import { judgeAttested } from "../attested"
import type { Fact } from "../fact"
import { type FactJudgement, judge, judgeSummary } from "../judge"
import type { Judgement } from "../judgement"
import { checksOfRelease } from "../metrics"
import { ruleOfPack, sayEdited } from "../rule"
import { Rule } from "../rule-shapes"
import { breadthsOf } from "../scope/breadth"
import { type CheckRow, findCheckRows } from "./check-rows"
import { ruleKey, summariseAll } from "./fact-summaries"
import { findRecordFacts } from "./records"

/** A check with its rule, the pack's words on it, and the verdict of a day. */
export type JudgedCheckRow = {
  readonly row: CheckRow
  /** Null when the release does not know the check. */
  readonly pack: PackCheck | null
  readonly rule: Rule | null
  /** The release's rule, where the programme has edited it. */
  readonly packRule: Rule | null
  /** Edited by one person and not yet confirmed by another: until then the release's rule must hold as well. */
  readonly isUnconfirmed: boolean
  readonly judgement: Judgement
}
type When = { readonly today: Day }

/**
 * Judges all checks of a programme as of a day, from the newest facts, the evidence and its own records. One query after
 * the other, since a transaction has one connection.
 * @param added facts that are not in the database, to see what they would change
 */
export async function judgeChecks(
  reader: Transaction,
  programmeId: Id,
  { today }: When,
  added: readonly Fact[] = [],
): Promise<JudgedCheckRow[]> {
  const programme = await reader.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { packRelease: true },
  })
  const rows = await findCheckRows(reader, programmeId)
  const release = loadRelease(programme.packRelease)
  const checks = rulesOf(rows, release)
  const rules = checks.flatMap(({ row, rule, packRule, isUnconfirmed }) =>
    row.kind === "fact" ? [...(rule ? [rule] : []), ...(isUnconfirmed && packRule ? [packRule] : [])] : [],
  )
  const summaries = await summariseAll(reader, programmeId, rules, breadthsOf(release), added)
  const records = await findRecordFacts(reader, { programmeId, today })
  const byRule = (row: CheckRow, rule: Rule): Judgement => {
    const weight = summaries.get(ruleKey(rule))
    return withBasis(row.kind === "fact" && weight ? judgeSummary(weight, today) : judge(rule, records, today))
  }
  const judgementOf = ({ row, rule, packRule, isUnconfirmed }: Ruled): Judgement => {
    if (row.kind === "attested" || !rule) return judgeAttested(row.evidence.map(evidenceOf), today)
    const judged = byRule(row, rule)
    return isUnconfirmed && packRule ? worseOf(byRule(row, packRule), judged) : judged
  }
  return checks.map((check) => ({ ...check, judgement: judgementOf(check) }))
}

type Ruled = Omit<JudgedCheckRow, "judgement">

function rulesOf(rows: readonly CheckRow[], release: Release): Ruled[] {
  const known = checksOfRelease(release)
  return rows.map((row) => {
    const pack = known.get(row.key) ?? null
    const own = row.rule === null ? null : Rule.parse(row.rule)
    const packs = pack && "rule" in pack ? ruleOfPack(pack.rule) : null
    const isUnconfirmed = own !== null && row.ruleById !== null && row.ruleConfirmedById === null
    const sentence = own && packs ? sayEdited(row.sentence, own, packs) : row.sentence
    return { row: { ...row, sentence }, pack, rule: own ?? packs, packRule: own ? packs : null, isUnconfirmed }
  })
}

/** Of the release's rule and one that nobody has confirmed the worse verdict counts: an edit alone meets nothing. */
function worseOf(packs: Judgement, edited: Judgement): Judgement {
  if (rank[edited.verdict] < rank[packs.verdict]) return edited
  const waits =
    rank[edited.verdict] > rank[packs.verdict] ? " The edited rule counts once someone else confirms it." : ""
  return { ...packs, reason: `${packs.reason}${waits}` }
}
const rank: Record<Judgement["verdict"], number> = { "not-met": 0, "could-not-tell": 1, met: 2 }

const evidenceOf = ({ validUntil, ...piece }: CheckRow["evidence"][number]) => ({
  ...piece,
  validUntil: fromOptionalDayColumn(validUntil),
})

const withBasis = ({ basis, ...judgement }: FactJudgement): Judgement => ({
  ...judgement,
  basis: { ...basis, evidenceIds: [] },
})

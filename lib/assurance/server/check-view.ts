import { fromDayColumn, fromOptionalDayColumn } from "@/lib/base/db/day-column"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { evidenceStanding } from "@/lib/platform/facts/attested"
import { ruleOfPack, sayRule } from "@/lib/platform/facts/rule"
import type { Rule } from "@/lib/platform/facts/rule-shapes"
import type { CheckRow } from "@/lib/platform/facts/server/check-rows"
import type { JudgedCheckRow } from "@/lib/platform/facts/server/judge-checks"
import type { CheckRuleView, CheckView } from "../contract"

/** A check as it is shown. `come` are the gates that were passed or whose day has come. */
export function checkView(judged: JudgedCheckRow, today: Day, come: ReadonlySet<Id>): CheckView {
  const { row, pack, rule, judgement } = judged
  const { id, key, sentence, kind, workstreamId, gateId, dueGateId, ownerId, version } = row
  const { verdict, code, reason, asOf, freshness } = judgement
  const waiver = waiverOf(row, today)
  const isRuled = kind !== "attested" && rule !== null
  return {
    ...{ id, key, sentence, kind, workstreamId, gateId, dueGateId, ownerId, version },
    criterionIds: row.criteria.map(({ criterionId }) => criterionId),
    due: dueGateId !== null && come.has(dueGateId),
    ...{ verdict, code, reason, asOf, freshness },
    rule: isRuled ? ruleView(rule, row.rule !== null) : null,
    ruleEdit:
      isRuled && row.ruleById !== null && row.rule !== null
        ? { byId: row.ruleById, confirmedById: row.ruleConfirmedById }
        : null,
    asks: pack?.kind === "attested" ? pack.evidence : null,
    selfReported: kind === "attested",
    evidence: evidenceCounts(row, today),
    waived: waiver?.approved ?? false,
    waiver,
  }
}

export const ruleView = (rule: Rule, edited: boolean): CheckRuleView => ({ ...rule, sentence: sayRule(rule), edited })

/** The rule that the release has for a check; null for an attested one and for one that the release does not know. */
export const packRuleOf = ({ pack }: JudgedCheckRow): Rule | null =>
  pack && "rule" in pack ? ruleOfPack(pack.rule) : null

function evidenceCounts({ evidence }: CheckRow, today: Day): CheckView["evidence"] {
  const standings = evidence.map(({ validUntil, ...piece }) =>
    evidenceStanding({ ...piece, validUntil: fromOptionalDayColumn(validUntil) }, today),
  )
  const count = (wanted: string) => standings.filter((standing) => standing === wanted).length
  return { accepted: count("accepted"), waiting: count("waiting") }
}

/** The last day of a waiver still counts; after it the check counts again. */
function waiverOf({ waivers }: CheckRow, today: Day): CheckView["waiver"] {
  const open = waivers.map(({ id, reason, expiresOn, approvedAt }) => ({
    ...{ id, reason, approved: approvedAt !== null },
    expiresOn: fromDayColumn(expiresOn),
  }))
  return open.find(({ expiresOn }) => expiresOn >= today) ?? null
}

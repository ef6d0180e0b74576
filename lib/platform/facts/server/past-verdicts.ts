import * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { Verdict } from "@/lib/base/db/generated/client"
import type { Id } from "@/lib/base/kernel/id"
import type { CheckVerdict } from "@/lib/plan/schedule/proved"
import type { PastVerdict } from "../contradiction"
import { grouped } from "../grouped"
import { Rule } from "../rule-shapes"

const KeptBasis = z.object({
  code: z.string(),
  rule: Rule.nullable(),
  asOf: z.string().nullable(),
  facts: z.array(
    z.object({
      workspace: z.string().default(""),
      dimension: z.string(),
      region: z.string(),
      value: z.number().nullable(),
      n: z.number().nullable(),
      asOf: z.string(),
      reason: z.string().nullable(),
      factSetId: z.string().nullable(),
    }),
  ),
  of: z.number(),
  evidenceIds: z.array(z.string()),
})
/** What a verdict was judged on, as its row keeps it. */
export type KeptBasis = z.output<typeof KeptBasis>

export type KeptVerdict = PastVerdict & { readonly seq: number; readonly reason: string; readonly basis: KeptBasis }

const fromColumn = { met: "met", not_met: "not-met", could_not_tell: "could-not-tell" } as const
export const toColumn = {
  met: "met",
  "not-met": "not_met",
  "could-not-tell": "could_not_tell",
} as const satisfies Record<CheckVerdict, Verdict["verdict"]>

function keptVerdict({ seq, verdict, reason, basis, judgedAt }: Verdict): KeptVerdict {
  const parsed = KeptBasis.parse(basis)
  return { seq, reason, judgedAt, verdict: fromColumn[verdict], basis: parsed, asOf: parsed.asOf }
}

/** The verdicts of these checks that differed from the one before, oldest first, by check; at most the last two hundred each. */
export async function findVerdicts(
  reader: Pick<Transaction, "verdict">,
  programmeId: Id,
  checkIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly KeptVerdict[]>> {
  if (checkIds.length === 0) return new Map()
  const where = { programmeId, checkId: { in: [...new Set(checkIds)] } }
  const rows = await reader.verdict.findMany({ where, orderBy: { seq: "asc" } })
  return new Map(
    [...grouped(rows, ({ checkId }) => checkId)].map(([id, own]) => [id, own.slice(-MOST).map(keptVerdict)]),
  )
}
const MOST = 200

/** The last verdict of every check of a programme, by check. */
export async function findLastVerdicts(
  reader: Pick<Transaction, "$queryRaw">,
  programmeId: Id,
): Promise<ReadonlyMap<Id, KeptVerdict>> {
  const rows = await reader.$queryRaw<Verdict[]>`
    SELECT DISTINCT ON (check_id) programme_id AS "programmeId", check_id AS "checkId", seq, verdict::text AS verdict,
      reason, basis, judged_at AS "judgedAt"
    FROM verdict WHERE programme_id = ${programmeId}::uuid ORDER BY check_id, seq DESC`
  return new Map(rows.map((row) => [row.checkId, keptVerdict(row)]))
}

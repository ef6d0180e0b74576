import type { Transaction } from "@/lib/base/db/client"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { canonical } from "@/lib/door/audit/canonical"
import type { VerdictChange } from "../contract"
import type { Fact } from "../fact"
import type { Judgement } from "../judgement"
import { type JudgedCheckRow, judgeChecks } from "./judge-checks"
import { findLastVerdicts, type KeptVerdict, toColumn } from "./past-verdicts"

type When = { readonly today: Day; readonly at: Date }

/**
 * Judges all checks of a programme again and keeps a row for each whose verdict, reason or basis is another than before.
 * To be called in the transaction of whatever may have changed one. Two at a time wait for each other. The first verdict
 * over own records changed nothing: it was so before.
 */
export async function rejudge(tx: Transaction, programmeId: Id, { today, at }: When): Promise<VerdictChange[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${programmeId}::uuid::text, 4))`
  const judged = await judgeChecks(tx, programmeId, { today })
  const last = await findLastVerdicts(tx, programmeId)
  const changed = judged.filter(({ row, judgement }) => isChanged(row.kind, judgement, last.get(row.id)))
  await tx.verdict.createMany({
    data: changed.map(({ row, judgement }) => ({
      ...{ programmeId, checkId: row.id, seq: (last.get(row.id)?.seq ?? 0) + 1, judgedAt: at },
      ...{ verdict: toColumn[judgement.verdict], reason: judgement.reason, basis: basisOf(judgement) },
    })),
  })
  const isTold = ({ row }: JudgedCheckRow) => row.kind !== "record" || last.has(row.id)
  return changesOf(changed.filter(isTold), last)
}

/** The verdicts that some more facts would change; writes nothing. */
export async function foresee(
  reader: Transaction,
  programmeId: Id,
  today: Day,
  added: readonly Fact[],
): Promise<VerdictChange[]> {
  const [before, after] = [
    await judgeChecks(reader, programmeId, { today }),
    await judgeChecks(reader, programmeId, { today }, added),
  ]
  const verdictOf = new Map(before.map(({ row, judgement }) => [row.id, judgement]))
  return changesOf(after, verdictOf)
}

function changesOf(
  judged: readonly JudgedCheckRow[],
  before: ReadonlyMap<Id, Pick<Judgement, "verdict">>,
): VerdictChange[] {
  return judged.flatMap(({ row, judgement }): VerdictChange[] => {
    const from = before.get(row.id)?.verdict ?? "could-not-tell"
    const { verdict: to, reason } = judgement
    return from === to ? [] : [{ checkId: row.id, key: row.key, sentence: row.sentence, from, to, reason }]
  })
}

/** A check that nothing is known of has no row yet, and needs none. */
function isChanged(kind: string, judgement: Judgement, last: KeptVerdict | undefined): boolean {
  if (!last) return judgement.code !== "no-facts" && judgement.code !== "no-evidence"
  if (last.verdict !== judgement.verdict) return true
  return canonical(comparable(kind, last.basis)) !== canonical(comparable(kind, basisOf(judgement)))
}

function basisOf({ code, asOf, basis }: Judgement) {
  const { rule, facts, of, evidenceIds } = basis
  return { code, asOf, rule, facts: [...facts], of, evidenceIds: [...evidenceIds] }
}

/** Records are measured anew every day: that alone changes nothing. */
function comparable(kind: string, basis: ReturnType<typeof basisOf> | KeptVerdict["basis"]) {
  if (kind !== "record") return basis
  return { ...basis, asOf: null, facts: basis.facts.map((fact) => ({ ...fact, asOf: "" })) }
}

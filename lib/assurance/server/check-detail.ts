import { database } from "@/lib/base/db/client"
import { fromOptionalDayColumn } from "@/lib/base/db/day-column"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Release } from "@/lib/pack/release"
import { loadRelease } from "@/lib/pack/server/releases"
import { evidenceStanding } from "@/lib/platform/facts/attested"
import { sayRule } from "@/lib/platform/facts/rule"
import { contradictedAt } from "@/lib/platform/facts/server/contradictions"
import { judgeChecks } from "@/lib/platform/facts/server/judge-checks"
import { findVerdicts } from "@/lib/platform/facts/server/past-verdicts"
import type { CheckDetail, EvidenceLine } from "../contract"
import { checkView, packRuleOf, ruleView } from "./check-view"
import { findGatesCome } from "./queries"

/** A check with what it was judged on, its past verdicts and its evidence. */
export async function findCheck(actor: ProgrammeActor, { checkId }: { checkId: Id }): Promise<CheckDetail | null> {
  const { prisma } = database()
  const { programmeId, membership } = actor
  const { today } = membership
  const [judged, come, histories, evidence, contradicted] = await Promise.all([
    judgeChecks(prisma, programmeId, { today }),
    findGatesCome(prisma, programmeId, today),
    findVerdicts(prisma, programmeId, [checkId]),
    findEvidence(actor, checkId),
    contradictedAt(prisma, programmeId, today, [checkId]),
  ])
  const found = judged.find(({ row }) => row.id === checkId)
  if (!found) return null
  const packRule = packRuleOf(found)
  const { facts, of, rule } = found.judgement.basis
  const history = (histories.get(checkId) ?? []).map(({ verdict, reason, judgedAt, asOf, basis }) => ({
    ...{ verdict, reason, asOf, judgedAt: judgedAt.toISOString(), rule: basis.rule && sayRule(basis.rule) },
  }))
  return {
    check: checkView(found, today, come),
    packRule: packRule && ruleView(packRule, false),
    facts: facts.map((fact) => ({ ...fact, metric: rule?.metric ?? "" })),
    factCount: of,
    history: history.reverse(),
    evidence,
    remedy: remedyOf(await findRelease(programmeId), found.row.key),
    contradicted: contradicted.has(checkId),
  }
}

async function findRelease(programmeId: Id): Promise<Release> {
  const { packRelease } = await database().prisma.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { packRelease: true },
  })
  return loadRelease(packRelease)
}

/** What the release says to do about a check, and what that answers in the security analysis tool and the framework of the lakehouse. */
function remedyOf({ remedies }: Release, key: string): CheckDetail["remedy"] {
  const found = remedies.find(({ check }) => check === key)
  if (!found) return null
  const { todo, use = null, sat, wal } = found
  return { todo, use, answers: [...sat.map((id) => `SAT ${id}`), ...wal.map((id) => `WAL ${id}`)] }
}

const someone = { select: { id: true, name: true } } as const

async function findEvidence({ programmeId, membership }: ProgrammeActor, checkId: Id): Promise<EvidenceLine[]> {
  const rows = await database().prisma.evidence.findMany({
    where: { programmeId, checkId },
    include: { writtenBy: someone, judgedBy: someone },
    orderBy: { writtenAt: "desc" },
  })
  return rows.map((row) => {
    const { id, kind, title, writtenBy, judgedBy, version } = row
    const validUntil = fromOptionalDayColumn(row.validUntil)
    return {
      ...{ id, kind, title, writtenBy, judgedBy, version, validUntil },
      state: evidenceStanding({ ...row, validUntil }, membership.today),
      writtenAt: row.writtenAt.toISOString(),
      judgedAt: row.judgedAt?.toISOString() ?? null,
    }
  })
}

import { database, type Transaction } from "@/lib/base/db/client"
import { fromDayColumn } from "@/lib/base/db/day-column"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Question } from "@/lib/pack/question"
import type { Release } from "@/lib/pack/release"
import { loadRelease } from "@/lib/pack/server/releases"
import { type JudgedCheckRow, judgeChecks } from "@/lib/platform/facts/server/judge-checks"
import type { AskedView, AssessmentView } from "../contract"

/** The release that the programme follows. */
export async function releaseOf(reader: Pick<Transaction, "programme">, id: Id): Promise<Release> {
  const { packRelease } = await reader.programme.findFirstOrThrow({ where: { id }, select: { packRelease: true } })
  return loadRelease(packRelease)
}

/** What the release asks, with what its checks say on a day. */
export async function askedIn(reader: Transaction, programmeId: Id, today: Day): Promise<AskedView[]> {
  const release = await releaseOf(reader, programmeId)
  const judged = await judgeChecks(reader, programmeId, { today })
  const checks = new Map(judged.map((check) => [check.row.key, check]))
  const proving = (key: string) => {
    const found = checks.get(key)
    if (found) {
      const { verdict, reason } = found.judgement
      const { id, sentence } = found.row
      return { id, key, sentence, verdict, waived: isWaived(found, today), reason }
    }
    const reason = "This check is not part of the programme."
    return {
      id: null,
      key,
      sentence: sentenceOf(release, key),
      verdict: "could-not-tell" as const,
      waived: false,
      reason,
    }
  }
  const view = ({ key, text, levels, otherStages, wal, sat, proof }: Question): AskedView => ({
    ...{ key, text, levels: [...levels], otherStages, wal, sat },
    proofs: proof.map(({ level, checks: keys }) => ({ level, checks: keys.map(proving) })),
  })
  return release.dimensions.flatMap(({ questions }) => questions.map(view))
}

/** An approved waiver counts to its last day. */
const isWaived = ({ row }: JudgedCheckRow, today: Day): boolean =>
  row.waivers.some(({ approvedAt, expiresOn }) => approvedAt !== null && fromDayColumn(expiresOn) >= today)

/** What a check of the release says; its key where the release has no words for it. */
function sentenceOf(release: Release, key: string): string {
  const all = [
    ...release.stages.flatMap(({ workstreams }) => workstreams.flatMap(({ checks }) => checks)),
    ...release.phases.flatMap(({ gate }) => gate?.checks ?? []),
  ]
  return all.find((check) => check.key === key)?.sentence ?? key
}

/** The question bank as of today. */
export async function findAssessment({ programmeId, membership }: ProgrammeActor): Promise<AssessmentView> {
  const reader = database().prisma
  const { dimensions } = await releaseOf(reader, programmeId)
  const taken = await reader.assessmentQuestion.findMany({ where: { programmeId }, select: { key: true } })
  const keys = new Set(taken.map(({ key }) => key))
  const questions = await askedIn(reader, programmeId, membership.today)
  return {
    dimensions: dimensions.map(({ key, number, name, weight }) => ({ key, number, name, weight })),
    questions,
    toStart: questions.filter(({ key }) => !keys.has(key)).length,
  }
}

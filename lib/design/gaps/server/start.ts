import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done, unchanged } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { insertRecord } from "@/lib/records/server/write"
import { startAssessment as contract } from "../contract"
import { question } from "../question"
import { shortName, weightOf } from "../question-name"
import { releaseOf } from "./bank"

/** Takes the release's questions that the programme does not have, once each, also of two who begin together. */
export async function startAssessment(actor: ProgrammeActor) {
  const { programmeId } = actor
  if (actor.may(contract.permission) && (await findMissing(actor)) === 0) return unchanged({ added: 0 })
  return transact(
    actor,
    contract,
    async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
      const { dimensions } = await releaseOf(tx, programmeId)
      const taken = await tx.assessmentQuestion.findMany({ where: { programmeId }, select: { key: true } })
      const known = new Set(taken.map(({ key }) => key))
      const stages = await tx.stage.findMany({ where: { programmeId }, select: { id: true, key: true } })
      const workstreams = await tx.workstream.findMany({ where: { programmeId }, select: { id: true, key: true } })
      const idIn = (rows: typeof stages, key: string) => rows.find((row) => row.key === key)?.id ?? null
      const events: EventDraft[] = []
      for (const dimension of dimensions)
        for (const { key, kind, stage, workstream, weight } of dimension.questions) {
          if (known.has(key)) continue
          const made = await insertRecord(tx, actor, question, {
            ...{ name: shortName(key), key, dimension: dimension.key, gapKind: kind, weight: weightOf(weight) },
            ...{ stageId: idIn(stages, stage), workstreamId: idIn(workstreams, workstream) },
          })
          events.push(made.event)
        }
      const started = { type: "assessment.started", subject: programmeId, data: { questions: events.length } }
      return done({ added: events.length }, started, ...events)
    },
    { seconds: 60 },
  )
}

async function findMissing({ programmeId }: ProgrammeActor): Promise<number> {
  const { dimensions } = await releaseOf(database().prisma, programmeId)
  const taken = await database().prisma.assessmentQuestion.findMany({ where: { programmeId }, select: { key: true } })
  const known = new Set(taken.map(({ key }) => key))
  return dimensions.flatMap(({ questions }) => questions).filter(({ key }) => !known.has(key)).length
}

import { addEvidence, addEvidenceFile } from "@/lib/assurance/server/add-evidence"
import { judgeEvidence } from "@/lib/assurance/server/judge-evidence"
import { addResponsibility } from "@/lib/assurance/server/responsibilities"
import { sign } from "@/lib/assurance/server/sign"
import { findStatement } from "@/lib/assurance/server/statement"
import { approveWaiver, requestWaiver } from "@/lib/assurance/server/waivers"
import { database } from "@/lib/base/db/client"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { loadRelease } from "@/lib/pack/server/releases"
import { bundleVersion } from "@/lib/platform/facts/bundle/bundle"
import { importFactSet } from "@/lib/platform/facts/server/commands"
import { production } from "../story/measured"
import { packRelease } from "../story/programme"
import type { ProofEvent } from "../story/proof-event"
import { idOf, type Scene } from "./scene"
import { told } from "./stage"
import { withUpload } from "./upload"

type Told<Does extends ProofEvent["does"] = ProofEvent["does"]> = { readonly who: string } & Extract<
  ProofEvent,
  { does: Does }
>

/** Does what somebody proved, or let somebody else prove. */
export async function carryOutProof(scene: Scene, event: Told): Promise<void> {
  switch (event.does) {
    case "answer-for":
      return answerFor(scene, event)
    case "hand-in":
      return handIn(scene, event)
    case "judge":
      return judge(scene, event)
    case "ask-waiver":
      return askWaiver(scene, event)
    case "approve-waiver":
      return carryOutApproval(scene, event)
    case "import":
      return bring(scene, event)
    case "sign":
      return carryOutSignature(scene, event)
  }
}

/** The day of the scene, some days on. */
const dayIn = ({ stage, at }: Scene, who: string, days: number) =>
  dayOf(ordinalOf(stage.actor(who, at).membership.today) + days)

async function checkOf({ stage }: Scene, key: string): Promise<Id> {
  const where = { programmeId: stage.programmeId, key, removedAt: null }
  return (await database().prisma.check.findFirstOrThrow({ where, select: { id: true } })).id
}

async function answerFor(scene: Scene, event: Told<"answer-for">): Promise<void> {
  const { responsibility: key, person, deputyFor } = event
  const input = {
    ...{ key, personId: scene.stage.personId(person), deputy: deputyFor !== undefined },
    fromDay: dayIn(scene, event.who, 0),
    untilDay: deputyFor === undefined ? null : dayIn(scene, event.who, deputyFor),
  }
  told(`${key} is for ${person}`, await addResponsibility(scene.stage.actor(event.who, scene.at), input))
}

async function handIn(scene: Scene, { who, check, piece }: Told<"hand-in">): Promise<void> {
  const actor = scene.stage.actor(who, scene.at)
  const { title, note, url = null, file, validForDays } = piece
  const checkId = await checkOf(scene, check)
  const validUntil = validForDays === undefined ? null : dayIn(scene, who, validForDays)
  if (!file) {
    told(`evidence for ${check}`, await addEvidence(actor, { checkId, title, note, url, validUntil }))
    return
  }
  const input = { checkId, title, note, fileName: file.name, ...(validUntil ? { validUntil } : {}) }
  told(`evidence for ${check}`, await withUpload(file.text, (upload) => addEvidenceFile(actor, input, upload)))
}

/** Judges what waits for a second person. */
async function judge(scene: Scene, { who, check, accepted, reason = "" }: Told<"judge">): Promise<void> {
  const where = { checkId: await checkOf(scene, check), accepted: null, withdrawnAt: null }
  const { id: evidenceId, version } = await database().prisma.evidence.findFirstOrThrow({ where })
  const actor = scene.stage.actor(who, scene.at)
  told(`judgement of ${check}`, await judgeEvidence(actor, { evidenceId, version, accepted, reason }))
}

async function askWaiver(scene: Scene, { who, check, reason, forDays }: Told<"ask-waiver">): Promise<void> {
  const input = { checkId: await checkOf(scene, check), reason, expiresOn: dayIn(scene, who, forDays) }
  told(`waiver of ${check}`, await requestWaiver(scene.stage.actor(who, scene.at), input))
}

async function carryOutApproval(scene: Scene, { who, check }: Told<"approve-waiver">): Promise<void> {
  const where = { checkId: await checkOf(scene, check), approvedAt: null, endedAt: null }
  const { id: waiverId, version } = await database().prisma.waiver.findFirstOrThrow({ where })
  const actor = scene.stage.actor(who, scene.at)
  told(`approval for ${check}`, await approveWaiver(actor, { waiverId, version }))
}

async function bring({ stage, at }: Scene, { who, source, fileName, text }: Told<"import">): Promise<void> {
  const takenAt = at.toISOString()
  const place = source === "ucx" ? { workspace: production } : {}
  const input = { source, fileName, takenAt, region: "westeurope", ...place }
  const file = text({ at: takenAt, bundleVersion: bundleVersion(loadRelease(packRelease)) })
  told(fileName, await withUpload(file, (upload) => importFactSet(stage.actor(who, at), input, upload)))
}

async function carryOutSignature(scene: Scene, { who, kind, subject, responsibility }: Told<"sign">): Promise<void> {
  const actor = scene.stage.actor(who, scene.at)
  const subjectId = kind === "gate" ? idOf(scene.names.gates, subject) : idOf(scene.names.criteria, subject)
  const statement = await findStatement(actor, { kind, subjectId })
  if (!statement) throw new Error(`the story signs ${subject}, which is not in the programme`)
  const input = { kind, subjectId, responsibility, statementHash: statement.hash, acceptsAgeing: true }
  const open = statement.statement.checks.flatMap(({ key, verdict, waiver }) =>
    verdict === "met" || waiver ? [] : [`${key} ${verdict}`],
  )
  told(`signature under ${subject} (${open.join(", ")})`, await sign(actor, input))
}

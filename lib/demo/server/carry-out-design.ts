import { database } from "@/lib/base/db/client"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { question } from "@/lib/design/gaps/question"
import { recordAssessmentSnapshot } from "@/lib/design/gaps/server/snapshots"
import { startAssessment } from "@/lib/design/gaps/server/start"
import { addGapWork } from "@/lib/design/gaps/server/work"
import { commandsOf } from "@/lib/records/server/commands"
import type { Answered, DesignEvent } from "../story/design-event"
import { actOnDecision, decide } from "./decide"
import type { Scene } from "./scene"
import { told } from "./stage"
import { reportMigration, setUpEnvironments, survey } from "./survey"
import { listUseCases } from "./use-cases"

type Told<Does extends DesignEvent["does"] = DesignEvent["does"]> = { readonly who: string } & Extract<
  DesignEvent,
  { does: Does }
>
const commands = commandsOf(question)

/** Does what somebody found of where the programme is. */
export async function carryOutDesign(scene: Scene, event: Told): Promise<void> {
  const actor = scene.stage.actor(event.who, scene.at)
  switch (event.does) {
    case "start-assessment":
      told("the assessment", await startAssessment(actor))
      return
    case "assess":
      for (const [key, answer] of Object.entries(event.answers)) await assess(scene, event.who, key, answer)
      return
    case "freeze":
      told(`snapshot ${event.name}`, await recordAssessmentSnapshot(actor, { name: event.name }))
      return
    case "survey":
      return survey(scene, event.who)
    case "set-up-environments":
      return setUpEnvironments(scene, event.who)
    case "report-migration":
      return reportMigration(scene, event.who)
    case "list-use-cases":
      return listUseCases(scene, event.who)
    case "decide":
      return decide(scene, event)
    case "agree-to":
    case "sign-decision":
      return actOnDecision(scene, event)
    case "gaps-to-work": {
      const recordIds: string[] = []
      for (const key of event.questions) recordIds.push((await rowOf(scene, key)).id)
      told("work for gaps", await addGapWork(actor, { recordIds }))
      return
    }
  }
}

const rowOf = ({ stage: { programmeId } }: Scene, key: string) =>
  database().prisma.assessmentQuestion.findFirstOrThrow({ where: { programmeId, key } })

async function assess(scene: Scene, who: string, key: string, { owner, dueIn, ...answer }: Answered): Promise<void> {
  const actor = scene.stage.actor(who, scene.at)
  const { id: recordId, version } = await rowOf(scene, key)
  const input = {
    ...{ recordId, version, ...answer },
    ...(owner ? { ownerId: scene.stage.personId(owner) } : {}),
    ...(dueIn === undefined ? {} : { targetDay: dayOf(ordinalOf(actor.membership.today) + dueIn) }),
  }
  told(`answer ${key}`, await commands.change(actor, input))
}

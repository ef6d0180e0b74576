import { database } from "@/lib/base/db/client"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { changeAdoption } from "@/lib/design/catalogue/server/commands"
import { changeGate } from "@/lib/plan/roadmap/server/change-group"
import { addLink } from "@/lib/plan/roadmap/server/link-commands"
import { addWorkItem, moveWorkItem } from "@/lib/plan/roadmap/server/work-item-places"
import { addComment } from "@/lib/records/comments/server/commands"
import type { Days, StoryEvent, WorkEvent } from "../story/story-event"
import { carryOutDesign } from "./carry-out-design"
import { carryOutOutlook } from "./carry-out-outlook"
import { carryOutPeople } from "./carry-out-people"
import { carryOutProof } from "./carry-out-proof"
import { carryOutSteering } from "./carry-out-steering"
import { carryOutValue } from "./carry-out-value"
import { edit, idOf, itemOf, type Scene } from "./scene"
import { told } from "./stage"

type Told<Does extends WorkEvent["does"]> = { readonly who: string } & Extract<WorkEvent, { does: Does }>

const estimateOf = ([optimistic, likely, pessimistic]: Days) => ({ optimistic, likely, pessimistic })

/** Does what a beat tells. */
export async function carryOutEvent(scene: Scene, event: StoryEvent): Promise<void> {
  switch (event.does) {
    case "enter":
    case "weigh":
    case "close":
    case "come-true":
    case "baseline":
    case "trials":
    case "forecast":
    case "what-if":
      return carryOutOutlook(scene, event)
    case "answer-for":
    case "hand-in":
    case "judge":
    case "ask-waiver":
    case "approve-waiver":
    case "import":
    case "sign":
      return carryOutProof(scene, event)
    case "start-assessment":
    case "assess":
    case "freeze":
    case "gaps-to-work":
    case "survey":
    case "set-up-environments":
    case "report-migration":
    case "list-use-cases":
    case "decide":
    case "agree-to":
    case "sign-decision":
      return carryOutDesign(scene, event)
    case "measure":
    case "check-in":
    case "bill":
      return carryOutValue(scene, event)
    case "allocate":
    case "schedule":
    case "take-off":
    case "know":
    case "propose-raci":
    case "raci":
      return carryOutPeople(scene, event)
    case "ask":
    case "answer-ask":
    case "promise":
    case "request-change":
    case "freeze-pack":
      return carryOutSteering(scene, event)
    default:
      return carryOutWork(scene, event)
  }
}

/** Statuses are as the story believes them to be, or it is told wrongly. */
async function carryOutWork(scene: Scene, event: { readonly who: string } & WorkEvent): Promise<void> {
  switch (event.does) {
    case "comment":
      return comment(scene, event)
    case "block":
      return edit(scene, event.who, event.item, { status: "blocked", reason: event.reason }, "in_progress")
    case "drop":
      return edit(scene, event.who, event.item, { status: "dropped", reason: event.reason })
    case "resume":
      return edit(scene, event.who, event.item, { status: "in_progress", percent: event.percent }, "blocked")
    case "reopen":
      return edit(scene, event.who, event.item, { status: "in_progress", percent: event.percent }, "done")
    case "begin":
      return edit(scene, event.who, event.item, { status: "in_progress" }, "not_started")
    case "finish":
      return edit(scene, event.who, event.item, { status: "done" }, "in_progress")
    case "deadline":
      return edit(scene, event.who, event.item, { deadline: deadlineOf(scene, event) })
    case "estimate":
      return edit(scene, event.who, event.item, { estimate: estimateOf(event.days) })
    case "adopt":
      return adopt(scene, event)
    case "add":
      return add(scene, event)
    case "move":
      return move(scene, event)
    case "link":
      return link(scene, event)
    case "target":
      return target(scene, event)
  }
}

const deadlineOf = ({ stage, at }: Scene, event: Told<"deadline">) =>
  dayOf(ordinalOf(stage.actor(event.who, at).membership.today) + event.inDays)

async function comment({ stage, names, at }: Scene, event: Told<"comment">): Promise<void> {
  const input = { workItemId: idOf(names.items, event.item), body: event.text }
  told(`comment on ${event.item}`, await addComment(stage.actor(event.who, at), input))
}

async function adopt({ stage, at }: Scene, event: Told<"adopt">): Promise<void> {
  const { component: componentKey, state, note } = event
  const where = { programmeId: stage.programmeId, componentKey }
  const row = await database().prisma.componentAdoption.findFirst({ where })
  const input = { componentKey, state, version: row?.version ?? 0, ...(note ? { note } : {}) }
  told(`adoption of ${componentKey}`, await changeAdoption(stage.actor(event.who, at), input))
}

/** Whoever may edit only what is theirs adds it as their own. */
async function add({ stage, names, at }: Scene, event: Told<"add">): Promise<void> {
  const input = {
    ...{ workstreamId: idOf(names.workstreams, event.workstream), title: event.title, description: "" },
    ...{ afterId: null, roleKey: null, ownerId: stage.personId(event.owner), estimate: estimateOf(event.days) },
  }
  const { id } = told(`new item ${event.item}`, await addWorkItem(stage.actor(event.who, at), input))
  names.items.set(event.item, id)
}

async function move(scene: Scene, event: Told<"move">): Promise<void> {
  const { stage, names, at } = scene
  const { id: workItemId, version } = await itemOf(scene, event.item)
  const place = { workstreamId: idOf(names.workstreams, event.workstream), afterId: idOf(names.items, event.below) }
  told(`move of ${event.item}`, await moveWorkItem(stage.actor(event.who, at), { workItemId, version, ...place }))
}

async function link({ stage, names, at }: Scene, event: Told<"link">): Promise<void> {
  const end = (key: string) => ({ kind: "item" as const, id: idOf(names.items, key) })
  const input = { from: end(event.from), to: end(event.to), type: event.type, lag: event.lag, lagUnit: "days" as const }
  told(`link to ${event.to}`, await addLink(stage.actor(event.who, at), input))
}

async function target({ stage, names, startDay, at }: Scene, event: Told<"target">): Promise<void> {
  const gateId = idOf(names.gates, event.gate)
  const { version } = await database().prisma.gate.findFirstOrThrow({ where: { id: gateId } })
  const change = { gateId, version, targetDay: dayOf(ordinalOf(startDay) + event.daysIn) }
  told(`target of ${event.gate}`, await changeGate(stage.actor(event.who, at), change))
}

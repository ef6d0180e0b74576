import { database } from "@/lib/base/db/client"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { changeAdoption } from "@/lib/design/catalogue/server/commands"
import { changeGate } from "@/lib/plan/roadmap/server/change-group"
import { addComment } from "@/lib/plan/roadmap/server/comment-commands"
import { addLink } from "@/lib/plan/roadmap/server/link-commands"
import { addWorkItem, moveWorkItem } from "@/lib/plan/roadmap/server/work-item-places"
import type { Beat, Days, WorkBeat } from "../story/story-event"
import { carryOutOutlook } from "./carry-out-outlook"
import { carryOutProof } from "./carry-out-proof"
import { edit, idOf, itemOf, type Scene } from "./scene"
import { told } from "./stage"

type Told<Does extends WorkBeat["does"]> = { readonly who: string } & Extract<WorkBeat, { does: Does }>

const estimateOf = ([optimistic, likely, pessimistic]: Days) => ({ optimistic, likely, pessimistic })

/** Does what a beat tells. */
export async function carryOutBeat(scene: Scene, beat: Beat): Promise<void> {
  switch (beat.does) {
    case "enter":
    case "weigh":
    case "close":
    case "come-true":
    case "baseline":
    case "trials":
    case "forecast":
    case "what-if":
      return carryOutOutlook(scene, beat)
    case "answer-for":
    case "hand-in":
    case "judge":
    case "ask-waiver":
    case "approve-waiver":
    case "import":
    case "sign":
      return carryOutProof(scene, beat)
    default:
      return carryOutWork(scene, beat)
  }
}

/** Statuses are as the story believes them to be, or it is told wrongly. */
async function carryOutWork(scene: Scene, beat: { readonly who: string } & WorkBeat): Promise<void> {
  switch (beat.does) {
    case "comment":
      return comment(scene, beat)
    case "block":
      return edit(scene, beat.who, beat.item, { status: "blocked", reason: beat.reason }, "in_progress")
    case "drop":
      return edit(scene, beat.who, beat.item, { status: "dropped", reason: beat.reason })
    case "resume":
      return edit(scene, beat.who, beat.item, { status: "in_progress", percent: beat.percent }, "blocked")
    case "reopen":
      return edit(scene, beat.who, beat.item, { status: "in_progress", percent: beat.percent }, "done")
    case "begin":
      return edit(scene, beat.who, beat.item, { status: "in_progress" }, "not_started")
    case "finish":
      return edit(scene, beat.who, beat.item, { status: "done" }, "in_progress")
    case "deadline":
      return edit(scene, beat.who, beat.item, { deadline: deadlineOf(scene, beat) })
    case "estimate":
      return edit(scene, beat.who, beat.item, { estimate: estimateOf(beat.days) })
    case "adopt":
      return adopt(scene, beat)
    case "add":
      return add(scene, beat)
    case "move":
      return move(scene, beat)
    case "link":
      return link(scene, beat)
    case "target":
      return target(scene, beat)
  }
}

const deadlineOf = ({ stage, at }: Scene, beat: Told<"deadline">) =>
  dayOf(ordinalOf(stage.actor(beat.who, at).membership.today) + beat.inDays)

async function comment({ stage, names, at }: Scene, beat: Told<"comment">): Promise<void> {
  const input = { workItemId: idOf(names.items, beat.item), body: beat.text }
  told(`comment on ${beat.item}`, await addComment(stage.actor(beat.who, at), input))
}

async function adopt({ stage, at }: Scene, beat: Told<"adopt">): Promise<void> {
  const { component: componentKey, state, note } = beat
  const where = { programmeId: stage.programmeId, componentKey }
  const row = await database().prisma.componentAdoption.findFirst({ where })
  const input = { componentKey, state, version: row?.version ?? 0, ...(note ? { note } : {}) }
  told(`adoption of ${componentKey}`, await changeAdoption(stage.actor(beat.who, at), input))
}

/** Whoever may edit only what is his adds it as his own. */
async function add({ stage, names, at }: Scene, beat: Told<"add">): Promise<void> {
  const input = {
    ...{ workstreamId: idOf(names.workstreams, beat.workstream), title: beat.title, description: "" },
    ...{ afterId: null, roleKey: null, ownerId: stage.personId(beat.owner), estimate: estimateOf(beat.days) },
  }
  const { id } = told(`new item ${beat.item}`, await addWorkItem(stage.actor(beat.who, at), input))
  names.items.set(beat.item, id)
}

async function move(scene: Scene, beat: Told<"move">): Promise<void> {
  const { stage, names, at } = scene
  const { id: workItemId, version } = await itemOf(scene, beat.item)
  const place = { workstreamId: idOf(names.workstreams, beat.workstream), afterId: idOf(names.items, beat.below) }
  told(`move of ${beat.item}`, await moveWorkItem(stage.actor(beat.who, at), { workItemId, version, ...place }))
}

async function link({ stage, names, at }: Scene, beat: Told<"link">): Promise<void> {
  const end = (key: string) => ({ kind: "item" as const, id: idOf(names.items, key) })
  const input = { from: end(beat.from), to: end(beat.to), type: beat.type, lag: beat.lag }
  told(`link to ${beat.to}`, await addLink(stage.actor(beat.who, at), input))
}

async function target({ stage, names, startDay, at }: Scene, beat: Told<"target">): Promise<void> {
  const gateId = idOf(names.gates, beat.gate)
  const { version } = await database().prisma.gate.findFirstOrThrow({ where: { id: gateId } })
  const change = { gateId, version, targetDay: dayOf(ordinalOf(startDay) + beat.daysIn) }
  told(`target of ${beat.gate}`, await changeGate(stage.actor(beat.who, at), change))
}

import { adoptComponent } from "@/lib/catalogue/server/commands"
import { database } from "@/lib/db/client"
import { dayOf, ordinalOf } from "@/lib/kernel/day"
import type { Id } from "@/lib/kernel/id"
import { writeComment } from "@/lib/roadmap/server/comment"
import { editGate } from "@/lib/roadmap/server/edit-plan"
import { editWorkItem, editWorkItems } from "@/lib/roadmap/server/edit-work-item"
import { placeNewItem } from "@/lib/roadmap/server/place-work-item"
import type { WorkItemChange } from "@/lib/roadmap/work-item"
import type { Act } from "../acts"
import type { Beat } from "../story/beats"
import { type Stage, told } from "./stage"

/** Ids of what the story names by a key. */
export type Names = {
  readonly items: Map<string, Id>
  readonly workstreams: Map<string, Id>
  readonly gates: Map<string, Id>
}

const idOf = (ids: ReadonlyMap<string, Id>, key: string): Id => {
  const id = ids.get(key)
  if (!id) throw new Error(`the story tells of ${key}, which is not in the programme`)
  return id
}

const versionOf = async (table: "item" | "gate", id: Id): Promise<number> => {
  const { prisma } = database()
  const find = { where: { id }, select: { version: true } }
  const row = table === "item" ? await prisma.workItem.findFirstOrThrow(find) : await prisma.gate.findFirstOrThrow(find)
  return row.version
}

/** Does what somebody did, as himself and at that time, through the command that everybody uses. */
export async function carryOut(stage: Stage, names: Names, act: Act, at: Date): Promise<void> {
  const edit = async (who: string, item: string, change: WorkItemChange) => {
    const workItemId = idOf(names.items, item)
    const version = await versionOf("item", workItemId)
    told(`${act.does} ${item}`, await editWorkItem(stage.actor(who, at), { workItemId, version, ...change }))
  }
  switch (act.does) {
    case "own":
      return own(stage, names, act, at)
    case "start":
      return edit(act.who, act.item, { status: "in_progress" })
    case "done":
      return edit(act.who, act.item, { status: "done" })
    case "progress":
      return report(stage, names, act, at)
    case "beat":
      return carryOutBeat(stage, names, act.beat, at, edit)
  }
}

async function own(stage: Stage, names: Names, act: Act & { does: "own" }, at: Date): Promise<void> {
  const ids = act.items.map((key) => idOf(names.items, key))
  const items = await Promise.all(ids.map(async (id) => ({ id, version: await versionOf("item", id) })))
  const change = { ownerId: stage.personId(act.owner) }
  told(`own ${act.owner}`, await editWorkItems(stage.actor(act.who, at), { items, change }))
}

/** A report on work that somebody blocked meanwhile says nothing about its percent. */
async function report(stage: Stage, names: Names, act: Act & { does: "progress" }, at: Date): Promise<void> {
  const workItemId = idOf(names.items, act.item)
  const row = await database().prisma.workItem.findFirstOrThrow({ where: { id: workItemId } })
  if (row.status !== "in_progress" || row.percent >= act.percent) return
  const change = { workItemId, version: row.version, percent: act.percent }
  told(`progress ${act.item}`, await editWorkItem(stage.actor(act.who, at), change))
}

type Edit = (who: string, item: string, change: WorkItemChange) => Promise<void>

async function carryOutBeat(stage: Stage, names: Names, beat: Beat, at: Date, edit: Edit): Promise<void> {
  const today = stage.actor(beat.who, at).membership.today
  switch (beat.does) {
    case "comment":
      told(
        "comment",
        await writeComment(stage.actor(beat.who, at), { workItemId: idOf(names.items, beat.item), body: beat.text }),
      )
      return
    case "block":
      return edit(beat.who, beat.item, { status: "blocked", reason: beat.reason })
    case "drop":
      return edit(beat.who, beat.item, { status: "dropped", reason: beat.reason })
    case "resume":
    case "reopen":
      return edit(beat.who, beat.item, { status: "in_progress", percent: beat.percent })
    case "finish":
      return edit(beat.who, beat.item, { status: "done" })
    case "deadline":
      return edit(beat.who, beat.item, { deadline: dayOf(ordinalOf(today) + beat.inDays) })
    case "estimate": {
      const [optimistic, likely, pessimistic] = beat.days
      return edit(beat.who, beat.item, { estimate: { optimistic, likely, pessimistic } })
    }
    case "adopt":
      return adopt(stage, beat, at)
    case "add":
      return add(stage, names, beat, at)
    case "target": {
      const gateId = idOf(names.gates, beat.gate)
      const targetDay = dayOf(ordinalOf(today) + beat.inDays)
      const change = { gateId, version: await versionOf("gate", gateId), targetDay }
      told(`target ${beat.gate}`, await editGate(stage.actor(beat.who, at), change))
    }
  }
}

async function adopt(stage: Stage, beat: Beat & { does: "adopt" }, at: Date): Promise<void> {
  const { component: componentKey, state, note } = beat
  const where = { programmeId: stage.programmeId, componentKey }
  const row = await database().prisma.componentAdoption.findFirst({ where })
  const input = { componentKey, state, version: row?.version ?? 0, ...(note ? { note } : {}) }
  told(`adopt ${componentKey}`, await adoptComponent(stage.actor(beat.who, at), input))
}

async function add(stage: Stage, names: Names, beat: Beat & { does: "add" }, at: Date): Promise<void> {
  const [optimistic, likely, pessimistic] = beat.days
  const added = told(
    `add ${beat.item}`,
    await placeNewItem(stage.actor(beat.who, at), {
      ...{ workstreamId: idOf(names.workstreams, beat.workstream), title: beat.title, description: "" },
      ...{ afterId: null, roleKey: null, ownerId: stage.personId(beat.owner) },
      estimate: { optimistic, likely, pessimistic },
    }),
  )
  names.items.set(beat.item, added.id)
}

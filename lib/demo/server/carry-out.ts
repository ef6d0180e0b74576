import { database } from "@/lib/base/db/client"
import { changeWorkstream } from "@/lib/plan/roadmap/server/change-group"
import { changeWorkItems } from "@/lib/plan/roadmap/server/change-work-item"
import type { Act } from "../acts"
import { carryOutEvent } from "./carry-out-event"
import { carryOutSprint } from "./carry-out-sprint"
import { edit, idOf, itemOf, type Scene } from "./scene"
import { told } from "./stage"

/** Does what somebody did, as themselves and at that time, through the command that everybody uses. */
export async function carryOut(scene: Scene, act: Act): Promise<void> {
  switch (act.does) {
    case "lead":
      return lead(scene, act)
    case "own":
      return own(scene, act)
    case "plan":
      return plan(scene, act)
    case "start":
      return edit(scene, act.who, act.item, { status: "in_progress" }, "not_started")
    case "done":
      return edit(scene, act.who, act.item, { status: "done" }, "in_progress")
    case "progress":
      return report(scene, act)
    case "beat":
      return carryOutEvent(scene, act.event)
    case "begin-sprint":
    case "into-sprint":
    case "out-of-sprint":
    case "end-sprint":
      return carryOutSprint(scene, act)
  }
}

async function lead({ stage, names, at }: Scene, act: Act & { does: "lead" }): Promise<void> {
  const workstreamId = idOf(names.workstreams, act.workstream)
  const { version } = await database().prisma.workstream.findFirstOrThrow({ where: { id: workstreamId } })
  const change = { workstreamId, version, ownerId: stage.personId(act.owner) }
  told(`lead of ${act.workstream}`, await changeWorkstream(stage.actor(act.who, at), change))
}

async function own(scene: Scene, act: Act & { does: "own" }): Promise<void> {
  const { stage, at } = scene
  const rows = await Promise.all(act.items.map((item) => itemOf(scene, item)))
  const items = rows.map(({ id, version }) => ({ id, version }))
  const change = { ownerId: stage.personId(act.owner) }
  told(`work of ${act.owner}`, await changeWorkItems(stage.actor(act.who, at), { items, change }))
}

/** What has begun already, or was estimated for a reason of its own, keeps its estimate; all gets its effort. */
async function plan(scene: Scene, act: Act & { does: "plan" }): Promise<void> {
  const { status } = await itemOf(scene, act.item)
  if (status === "done" || status === "dropped") return
  const [optimistic, likely, pessimistic] = act.days
  const estimate = status === "not_started" ? { estimate: { optimistic, likely, pessimistic } } : {}
  const effort = act.effortDays === null ? {} : { effortDays: act.effortDays }
  if (Object.keys({ ...estimate, ...effort }).length > 0)
    await edit(scene, act.who, act.item, { ...estimate, ...effort })
}

/** A report on work that somebody blocked meanwhile says nothing about its percent. */
async function report(scene: Scene, act: Act & { does: "progress" }): Promise<void> {
  const { status, percent } = await itemOf(scene, act.item)
  if (status !== "in_progress" || percent >= act.percent) return
  await edit(scene, act.who, act.item, { percent: act.percent })
}

import { database } from "@/lib/base/db/client"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { commandsOf } from "@/lib/records/server/commands"
import { planSprint } from "@/lib/work/server/plan-sprint"
import { closeSprint, startSprint } from "@/lib/work/server/run-sprint"
import { sprint } from "@/lib/work/sprint"
import { team } from "@/lib/work/team"
import type { SprintAct } from "../sprint-acts"
import { goals, sprintTeam } from "../story/sprints"
import { idOf, itemOf, type Scene } from "./scene"
import { told } from "./stage"

type Told<Does extends SprintAct["does"]> = Extract<SprintAct, { readonly does: Does }>

/** Does what happened to a sprint, with the work as it stands then: what is finished is put in none. */
export async function carryOutSprint(scene: Scene, act: SprintAct): Promise<void> {
  switch (act.does) {
    case "begin-sprint":
      return begin(scene, act)
    case "into-sprint":
      return plan(scene, act, [act.item], [])
    case "out-of-sprint":
      return plan(scene, act, [], [act.item])
    case "end-sprint":
      return end(scene, act)
  }
}

const nameOf = (turn: number) => `Sprint ${turn}`

const rowOf = ({ stage: { programmeId } }: Scene, turn: number) =>
  database().prisma.sprint.findFirst({ where: { programmeId, name: nameOf(turn) } })

async function ensureSprint(scene: Scene, who: string, turn: number, startDay: Told<"begin-sprint">["startDay"]) {
  const known = await rowOf(scene, turn)
  if (known) return known
  const finishDay = dayOf(ordinalOf(startDay) + 11)
  const draft = {
    name: nameOf(turn),
    goal: goals[turn - 1] ?? "",
    startDay,
    finishDay,
    teamId: await teamOf(scene, who),
  }
  return told(nameOf(turn), await commandsOf(sprint).add(scene.stage.actor(who, scene.at), draft))
}

async function teamOf({ stage, at }: Scene, who: string): Promise<Id> {
  const known = await database().prisma.team.findFirst({ where: { programmeId: stage.programmeId } })
  if (known) return known.id
  const { name, progressLimit, members } = sprintTeam
  const draft = { name, progressLimit, memberIds: members.map((each) => stage.personId(each)) }
  return told(name, await commandsOf(team).add(stage.actor(who, at), draft)).id
}

async function begin(scene: Scene, act: Told<"begin-sprint">): Promise<void> {
  const { id, version } = await ensureSprint(scene, act.who, act.sprint, act.startDay)
  await plan(scene, act, act.items, [])
  if (!act.started) return
  const input = { recordId: id, version }
  told(`start of ${nameOf(act.sprint)}`, await startSprint(scene.stage.actor(act.who, scene.at), input))
}

async function plan(scene: Scene, { who, sprint: turn }: SprintAct, into: readonly string[], out: readonly string[]) {
  const target = await rowOf(scene, turn)
  if (!target) throw new Error(`the story tells of ${nameOf(turn)} before it was added`)
  const versioned = async (keys: readonly string[], takes: (row: Awaited<ReturnType<typeof itemOf>>) => boolean) => {
    const rows = await Promise.all(keys.map((key) => itemOf(scene, key)))
    return rows.filter(takes).map(({ id, version }) => ({ id, version }))
  }
  const isOpen = (status: string) => status !== "done" && status !== "dropped"
  const input = {
    recordId: target.id,
    put: await versioned(into, ({ status, sprintId }) => isOpen(status) && sprintId === null),
    out: await versioned(out, ({ status, sprintId }) => isOpen(status) && sprintId === target.id),
  }
  if (input.put.length + input.out.length === 0) return
  told(`plan of ${nameOf(turn)}`, await planSprint(scene.stage.actor(who, scene.at), input))
}

async function end(scene: Scene, act: Told<"end-sprint">): Promise<void> {
  const { who, sprint: turn } = act
  const row = await rowOf(scene, turn)
  if (!row) throw new Error(`the story closes ${nameOf(turn)} before it was added`)
  const next = await ensureSprint(scene, who, turn + 1, act.nextStart)
  const ahead = new Set(act.ahead.map((key) => idOf(scene.names.items, key)))
  const items = await database().prisma.workItem.findMany({ where: { sprintId: row.id, removedAt: null } })
  const input = {
    ...{ recordId: row.id, version: row.version },
    goesTo: items.map(({ id }) => ({ itemId: id, sprintId: ahead.has(id) ? next.id : null })),
  }
  told(`close of ${nameOf(turn)}`, await closeSprint(scene.stage.actor(who, scene.at), input))
}

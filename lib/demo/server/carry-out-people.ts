import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { commandsOf } from "@/lib/records/server/commands"
import { allocation, judgeAllocation } from "@/lib/team/allocation"
import { changeRaci, listRaci } from "@/lib/team/server/raci"
import { changeSkills } from "@/lib/team/server/skills"
import { judgeTimeOff, timeOff } from "@/lib/team/time-off"
import { workSchedule } from "@/lib/team/work-schedule"
import type { PeopleEvent } from "../story/people-event"
import { idOf, type Scene } from "./scene"
import { told } from "./stage"

const allocations = commandsOf(allocation, { rule: judgeAllocation })
const absences = commandsOf(timeOff, { rule: judgeTimeOff })
const schedules = commandsOf(workSchedule)

/** Does what somebody decided about who works how much, and who answers for what. */
export async function carryOutPeople(scene: Scene, event: { readonly who: string } & PeopleEvent): Promise<void> {
  const { stage, names, at } = scene
  const actor = stage.actor(event.who, at)
  const dayIn = (days: number): Day => dayOf(ordinalOf(actor.membership.today) + days)
  switch (event.does) {
    case "allocate": {
      const { name, person, role: roleKey, share, tentative, fromIn, toIn } = event
      const draft = {
        ...{ name, roleKey, share, startDay: dayIn(fromIn), finishDay: dayIn(toIn) },
        ...{ certainty: tentative ? ("tentative" as const) : ("confirmed" as const) },
        ...(person ? { personId: stage.personId(person) } : {}),
      }
      told(`allocation of ${name}`, await allocations.add(actor, draft))
      return
    }
    case "schedule": {
      const draft = {
        name: event.name,
        personId: stage.personId(event.person),
        startDay: dayIn(event.fromIn),
        share: event.share,
      }
      told(`schedule of ${event.person}`, await schedules.add(actor, draft))
      return
    }
    case "take-off": {
      const period = { startDay: dayIn(event.fromIn), finishDay: dayIn(event.toIn) }
      told(
        `time off of ${event.person}`,
        await absences.add(actor, { name: event.name, personId: stage.personId(event.person), ...period }),
      )
      return
    }
    case "know": {
      const personId = stage.personId(event.person)
      const cells = Object.entries(event.levels).map(([skillKey, to]) => ({ personId, skillKey, from: null, to }))
      told(`skills of ${event.person}`, await changeSkills(actor, { cells }))
      return
    }
    case "propose-raci": {
      const { proposal } = await listRaci(actor)
      const cells = proposal.cells.map(({ part, ...where }) => ({ ...where, to: part }))
      told("the template's RACI", await changeRaci(actor, { cells }))
      return
    }
    case "raci": {
      const workstreamId = idOf(names.workstreams, event.workstream)
      const personId = stage.personId(event.person)
      const { items } = await listRaci(actor)
      const from = items.find((each) => each.workstreamId === workstreamId && each.personId === personId)?.part ?? null
      told(
        `RACI of ${event.workstream}`,
        await changeRaci(actor, { cells: [{ workstreamId, personId, from, to: event.part }] }),
      )
      return
    }
  }
}

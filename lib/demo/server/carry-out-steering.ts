import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { commandsOf } from "@/lib/records/server/commands"
import { findAll } from "@/lib/records/server/queries"
import { freezeSteeringPack } from "@/lib/reports/server/packs"
import { action } from "@/lib/steering/action"
import { ask, judgeAsk } from "@/lib/steering/ask"
import { changeRequest, judgeChangeRequest } from "@/lib/steering/change-request"
import { answerAsk, decideChangeRequest } from "@/lib/steering/server/decide"
import type { SteeringEvent } from "../story/steering-event"
import { idOf, type Scene } from "./scene"
import { told } from "./stage"

const asks = commandsOf(ask, { rule: judgeAsk })
const actions = commandsOf(action)
const requests = commandsOf(changeRequest, { rule: judgeChangeRequest })

/** Does what the steering committee did. */
export async function carryOutSteering(
  { stage, names, at }: Scene,
  event: { readonly who: string } & SteeringEvent,
): Promise<void> {
  const actor = stage.actor(event.who, at)
  const { today } = actor.membership
  const inDays = (days: number) => dayOf(ordinalOf(today) + days)
  if (event.does === "freeze-pack") {
    told("a steering pack", await freezeSteeringPack(actor, { note: event.note }))
    return
  }
  const { title } = event
  switch (event.does) {
    case "ask": {
      const { options, recommended, delayCost, background, decider, dueIn, work } = event
      const workItemIds = work.map((item) => idOf(names.items, item))
      const about = { title, options: [...options], recommended, delayCost, background, workItemIds }
      told(title, await asks.add(actor, { ...about, deciderId: stage.personId(decider), dueDay: inDays(dueIn) }))
      return
    }
    case "answer-ask": {
      const { option, conditions, owner, dueIn } = event
      const { id: recordId, version } = await named(ask, title)
      const then = { title: event.action, ownerId: stage.personId(owner), dueDay: inDays(dueIn) }
      const answer = { recordId, version, option, action: then, ...(conditions ? { conditions } : {}) }
      told(title, await answerAsk(actor, answer))
      return
    }
    case "promise": {
      const { owner, dueIn, meeting, done = false } = event
      const about = { title, meeting, ownerId: stage.personId(owner), dueDay: inDays(dueIn) }
      told(title, await actions.add(actor, { ...about, state: done ? "done" : "open" }))
      return
    }
    case "request-change": {
      const { kind, reason, days, money, decided } = event
      const about = { title, kind, reason, days, money, ownerId: actor.personId, state: "assessed" as const }
      const { id: recordId, version } = told(title, await requests.add(actor, about))
      if (!decided) return
      const { who, approved, note } = decided
      told(title, await decideChangeRequest(stage.actor(who, at), { recordId, version, approved, note }))
    }
  }

  async function named(of: typeof ask, name: string) {
    const found = (await findAll(of, stage.programmeId)).find((each) => each.title === name)
    if (!found) throw new Error(`the story tells of ${name}, which nobody asked`)
    return found
  }
}

import { database } from "@/lib/base/db/client"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { runForecast } from "@/lib/plan/forecast/server/run"
import { addScenario } from "@/lib/plan/forecast/server/scenarios"
import { changeForecastSettings, findSettings } from "@/lib/plan/forecast/server/settings"
import { judgeEntry, registerEntry } from "@/lib/plan/risks/register"
import { materialiseRisk } from "@/lib/plan/risks/server/materialise"
import { addBaseline } from "@/lib/plan/roadmap/server/baselines"
import { commandsOf } from "@/lib/records/server/commands"
import type { OutlookEvent } from "../story/outlook-event"
import type { Days } from "../story/story-event"
import { idOf, itemOf, type Scene } from "./scene"
import { told } from "./stage"

type Told<Does extends OutlookEvent["does"] = OutlookEvent["does"]> = { readonly who: string } & Extract<
  OutlookEvent,
  { does: Does }
>

/** Does what somebody foresaw. */
export async function carryOutOutlook(scene: Scene, event: Told): Promise<void> {
  const actor = scene.stage.actor(event.who, scene.at)
  switch (event.does) {
    case "enter":
      return enter(scene, event)
    case "weigh":
      return weigh(scene, event)
    case "close":
      return close(scene, event)
    case "come-true":
      return carryOutRisk(scene, event)
    case "baseline":
      told(`baseline ${event.name}`, await addBaseline(actor, { name: event.name }))
      return
    case "trials": {
      const { version } = await findSettings(actor)
      told(`${event.trials} trials`, await changeForecastSettings(actor, { version, trials: event.trials }))
      return
    }
    case "forecast":
      told("the forecast", await runForecast(actor))
      return
    case "what-if":
      return whatIf(scene, event)
  }
}

const pointsOf = ([optimistic, likely, pessimistic]: Days) => ({ optimistic, likely, pessimistic })

async function enter({ stage, names, at }: Scene, event: Told<"enter">): Promise<void> {
  const actor = stage.actor(event.who, at)
  const { entry, kind, title, description, dueIn } = event
  const input = {
    ...{ kind, title, description, responseNote: event.responseNote ?? "" },
    ...{ probability: event.probability ?? null, impact: event.impact ?? null, response: event.response ?? null },
    ...{ delay: event.delay ? pointsOf(event.delay) : null, ownerId: stage.personId(event.owner) },
    dueDay: dueIn === undefined ? null : dayOf(ordinalOf(actor.membership.today) + dueIn),
    workstreamIds: (event.workstreams ?? []).map((key) => idOf(names.workstreams, key)),
    gateIds: (event.gates ?? []).map((key) => idOf(names.gates, key)),
  }
  const { id } = told(`entry ${entry}`, await entries.add(actor, input))
  names.entries.set(entry, id)
}

const entries = commandsOf(registerEntry, { rule: judgeEntry })

async function weigh(scene: Scene, { who, entry, probability, delay }: Told<"weigh">): Promise<void> {
  const input = { ...(await entryOf(scene, entry)), probability, delay: delay && pointsOf(delay) }
  told(`weight of ${entry}`, await entries.change(scene.stage.actor(who, scene.at), input))
}

async function close(scene: Scene, { who, entry, note }: Told<"close">): Promise<void> {
  const input = { ...(await entryOf(scene, entry)), state: "closed" as const, responseNote: note }
  told(`end of ${entry}`, await entries.change(scene.stage.actor(who, scene.at), input))
}

async function carryOutRisk(scene: Scene, { who, entry }: Told<"come-true">): Promise<void> {
  const input = await entryOf(scene, entry)
  const { issue } = told(`${entry} comes true`, await materialiseRisk(scene.stage.actor(who, scene.at), input))
  scene.names.entries.set(entry, issue.id)
}

async function entryOf({ names }: Scene, entry: string) {
  const recordId = idOf(names.entries, entry)
  const { version } = await database().prisma.registerEntry.findFirstOrThrow({ where: { id: recordId } })
  return { recordId, version }
}

async function whatIf(scene: Scene, { who, name, estimates, without }: Told<"what-if">): Promise<void> {
  const rows = await Promise.all(
    estimates.map(async ({ item, days }) => {
      const { id, version } = await itemOf(scene, item)
      return { id, version, estimate: pointsOf(days) }
    }),
  )
  const risks = without.map((entry) => ({ id: idOf(scene.names.entries, entry), on: false }))
  const changes = { plan: { items: rows, workstreams: [], links: [] }, risks }
  told(`what-if ${name}`, await addScenario(scene.stage.actor(who, scene.at), { name, changes }))
}

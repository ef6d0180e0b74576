import { database } from "@/lib/base/db/client"
import { environment } from "@/lib/design/environments/environment"
import { type LandscapeChange, landscapeItem } from "@/lib/design/landscape/landscape-item"
import { judgeItem } from "@/lib/design/landscape/rules"
import { circleOf } from "@/lib/design/landscape/server/circles"
import { commandsOf } from "@/lib/records/server/commands"
import { environments } from "../story/environments"
import { landscape, type ToldItem } from "../story/landscape"
import type { Scene } from "./scene"
import { told } from "./stage"

const items = commandsOf(landscapeItem, { rule: judgeItem, check: circleOf })
const places = commandsOf(environment)

/** Writes the landscape down, and then what feeds what. */
export async function survey({ stage, at }: Scene, who: string): Promise<void> {
  const actor = stage.actor(who, at)
  const phases = await database().prisma.phase.findMany({ where: { programmeId: stage.programmeId } })
  const phaseOf = new Map(phases.map(({ number, id }) => [number, id]))
  const made = new Map<string, { readonly id: string; readonly version: number }>()
  for (const item of landscape) {
    const draft = { name: item.name, kind: item.kind, ...valuesOf(item, phaseOf, (name) => stage.personId(name)) }
    made.set(item.name, told(item.name, await items.add(actor, draft)))
  }
  for (const { name, replaces, feedsNow, feedsThen } of landscape) {
    const item = made.get(name)
    if (!item || replaces.length + feedsNow.length + feedsThen.length === 0) continue
    const ids = (names: readonly string[]) => names.map((each) => idIn(made, each))
    const change = { replacesIds: ids(replaces), feedsAsIsIds: ids(feedsNow), feedsToBeIds: ids(feedsThen) }
    told(`feeds of ${name}`, await items.change(actor, { recordId: item.id, version: item.version, ...change }))
  }
}

/** Says of each item how much of it has moved. */
export async function reportMigration({ stage, at }: Scene, who: string): Promise<void> {
  const actor = stage.actor(who, at)
  const rows = await database().prisma.landscapeItem.findMany({ where: { programmeId: stage.programmeId } })
  const byName = new Map(rows.map((row) => [row.name, row]))
  for (const { name, migrated } of landscape) {
    const row = byName.get(name)
    if (!row || migrated === null) continue
    told(`progress of ${name}`, await items.change(actor, { recordId: row.id, version: row.version, migrated }))
  }
}

/** Enters the bank's workspaces. */
export async function setUpEnvironments({ stage, at }: Scene, who: string): Promise<void> {
  const actor = stage.actor(who, at)
  for (const { owner, ...draft } of environments)
    told(draft.name, await places.add(actor, { ...draft, ownerId: stage.personId(owner) }))
}

function idIn(made: ReadonlyMap<string, { readonly id: string }>, name: string): string {
  const id = made.get(name)?.id
  if (!id) throw new Error(`the landscape tells of ${name}, which is not in it`)
  return id
}

function valuesOf(
  item: ToldItem,
  phaseOf: ReadonlyMap<number, string>,
  personOf: (name: string) => string,
): Omit<LandscapeChange, "name" | "kind"> {
  const { owner, phase, gigabytes, count, layer, disposition, component, complexity, regulations, migrated } = item
  return {
    ...{ layer, disposition, complexity, regulations, sensitivity: sensitivityOf(item) },
    componentKey: component,
    asIsName: item.asIsName,
    targets: [...item.targets],
    ownerId: owner === null ? null : personOf(owner),
    phaseId: phase === null ? null : (phaseOf.get(phase) ?? null),
    sizeBytes: gigabytes === null ? null : gigabytes * 1e9,
    quantity: count === null ? null : { amount: count[0], unit: count[1] },
    planned: migrated === null ? null : (count?.[0] ?? null),
  }
}

function sensitivityOf({ kind, regulations }: ToldItem): LandscapeChange["sensitivity"] {
  if (kind === "persona") return null
  if (regulations.includes("PCI DSS")) return "restricted"
  return regulations.length > 0 ? "confidential" : "internal"
}

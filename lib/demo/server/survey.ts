import { database } from "@/lib/base/db/client"
import { type LandscapeChange, landscapeItem } from "@/lib/design/landscape/landscape-item"
import { judgeItem } from "@/lib/design/landscape/rules"
import { circleOf } from "@/lib/design/landscape/server/circles"
import { commandsOf } from "@/lib/records/server/commands"
import { landscape, type ToldItem } from "../story/landscape"
import type { Scene } from "./scene"
import { told } from "./stage"

const commands = commandsOf(landscapeItem, { rule: judgeItem, check: circleOf })

/** Writes the landscape down, and then what feeds what. */
export async function survey({ stage, at }: Scene, who: string): Promise<void> {
  const actor = stage.actor(who, at)
  const phases = await database().prisma.phase.findMany({ where: { programmeId: stage.programmeId } })
  const phaseOf = new Map(phases.map(({ number, id }) => [number, id]))
  const made = new Map<string, { readonly id: string; readonly version: number }>()
  for (const item of landscape) {
    const draft = { name: item.name, kind: item.kind, ...valuesOf(item, phaseOf, (name) => stage.personId(name)) }
    made.set(item.name, told(item.name, await commands.add(actor, draft)))
  }
  for (const { name, feedsNow, feedsThen } of landscape) {
    const item = made.get(name)
    if (!item || feedsNow.length + feedsThen.length === 0) continue
    const ids = (names: readonly string[]) => names.map((each) => idIn(made, each))
    const feeds = { feedsAsIsIds: ids(feedsNow), feedsToBeIds: ids(feedsThen) }
    told(`feeds of ${name}`, await commands.change(actor, { recordId: item.id, version: item.version, ...feeds }))
  }
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
  const sensitivity = regulations.includes("PCI DSS")
    ? "restricted"
    : regulations.length > 0
      ? "confidential"
      : "internal"
  return {
    ...{ layer, disposition, complexity, regulations, migrated, sensitivity },
    componentKey: component,
    ownerId: owner === null ? null : personOf(owner),
    phaseId: phase === null ? null : (phaseOf.get(phase) ?? null),
    sizeBytes: gigabytes === null ? null : gigabytes * 1e9,
    quantity: count === null ? null : { amount: count[0], unit: count[1] },
    planned: migrated === null ? null : (count?.[0] ?? null),
  }
}

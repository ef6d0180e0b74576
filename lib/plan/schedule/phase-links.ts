import type { Network, NetworkLink } from "./network"

/** The gate's wait for a workstream, or for one item of it. */
const waitOf = (from: NetworkLink["from"], gateId: string): NetworkLink => ({
  id: `${from.kind} ${from.id} before gate ${gateId}`,
  ...{ from, to: { kind: "gate", id: gateId }, type: "FS", lag: 0, ofPhase: true },
})

/**
 * What each gate waits for though no link says it: the end of every workstream of its phase, but not of one that was
 * said not to hold it. A link from a workstream's finish to its gate stands for itself and is not doubled. Items count
 * in the phase in which they sit: where items of a workstream sit in several, each waits with its own. A gate that was
 * passed waits for nothing. Sorted, so that the order of listing never shows. O(items + links).
 */
export function phaseLinks({ items, workstreams, gates, links }: Network): readonly NetworkLink[] {
  const open = new Map<string, string[]>()
  for (const { id, phaseId, passedOn } of gates) if (!passedOn) open.set(phaseId, [...(open.get(phaseId) ?? []), id])
  if (open.size === 0) return []
  const homes = new Map(workstreams.map((workstream) => [workstream.id, workstream]))
  const strays = items.filter(({ phaseId, workstreamId }) => phaseId && phaseId !== homes.get(workstreamId)?.phaseId)
  const divided = new Set(strays.map(({ workstreamId }) => workstreamId))
  const linked = new Set(links.flatMap(coveredBy))
  const waits: NetworkLink[] = []
  const wait = (from: NetworkLink["from"], phaseId: string) => {
    for (const gateId of open.get(phaseId) ?? [])
      if (!linked.has(`${from.id} ${gateId}`)) waits.push(waitOf(from, gateId))
  }
  for (const { id, phaseId, holdsGate } of workstreams)
    if (holdsGate !== false && !divided.has(id)) wait({ kind: "workstream", id }, phaseId)
  for (const { id, phaseId, workstreamId, status } of items) {
    const home = divided.has(workstreamId) ? homes.get(workstreamId) : undefined
    if (!home || home.holdsGate === false || status === "dropped") continue
    const own = phaseId ?? home.phaseId
    const isCovered = (open.get(own) ?? []).every((gateId) => linked.has(`${workstreamId} ${gateId}`))
    if (!isCovered) wait({ kind: "item", id }, own)
  }
  return waits.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A link lets the gate lie no earlier than the end of its source. */
const coveredBy = ({ from, to, type, lag }: NetworkLink): string[] =>
  to.kind === "gate" && type[0] === "F" && lag >= 0 ? [`${from.id} ${to.id}`] : []

import { type EarlyPass, earlyTimes } from "./early-times"
import { isDropped } from "./edges"
import { finishCeiling, hasBegun } from "./item-timing"
import { latestHeld, NO_END } from "./late-times"

/**
 * The same pass with work that is asked to lie as late as possible (ALAP) where it moves nothing else: all other work
 * and gates stay at their early times. What nothing waits for ends with the last of all. O(items + links), twice.
 */
export function asLateAsPossible(pass: EarlyPass): EarlyPass {
  const { network, graph, order, moments } = pass
  const floats = (node: number) => {
    const item = network.items[node]
    return item?.constraintType === "ALAP" && !hasBegun(item) && item.status !== "dropped"
  }
  if (!network.items.some((_, node) => floats(node))) return pass
  let last = moments.programmeStart
  for (const [node, finish] of pass.finish.entries()) if (!isDropped(network, node)) last = Math.max(last, finish)
  const mayFinish = new Float64Array(graph.size).fill(NO_END)
  for (const [node, item] of network.items.entries())
    if (floats(node)) mayFinish[node] = Math.min(last, finishCeiling(item, moments.time))
  const late = latestHeld(pass, mayFinish, floats)
  const items = network.items.map((item, node) =>
    floats(node) ? { ...item, heldUntil: Math.max(late.start[node] ?? 0, pass.start[node] ?? 0) } : item,
  )
  return earlyTimes({ ...network, items }, graph, order, moments)
}

import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { type Refused, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { cycleClosedBy } from "@/lib/plan/schedule/cycles"
import type { NetworkShape } from "@/lib/plan/schedule/network"
import * as contracts from "../plan-contract"
import type { LinkView } from "../views"
import * as rows from "./link-rows"
import { linkView } from "./plan-rows"
import { holdPlan, loadShape } from "./shape"

async function circleOf(
  tx: Transaction,
  actor: ProgrammeActor,
  shape: NetworkShape,
  link: Pick<LinkView, "from" | "to" | "type">,
): Promise<Refused<"would-circle"> | null> {
  const members = cycleClosedBy(shape, link)
  return members ? refuse("would-circle", { members: await rows.namesOf(tx, actor, members) }) : null
}

async function find(tx: Transaction, { programmeId }: ProgrammeActor, id: string): Promise<LinkView | null> {
  const found = await tx.dependency.findFirst({ where: { id, programmeId } })
  return found && linkView(found)
}

/** Links two ends of the actor's programme, unless that would close a circle. */
export const addLink = (
  actor: ProgrammeActor,
  { from, to, type, lag, lagUnit }: z.output<typeof contracts.addLink.input>,
) =>
  transact(actor, contracts.addLink, async (tx) => {
    await holdPlan(tx, actor)
    const shape = await loadShape(tx, actor)
    if (!shape.isThere(from) || !shape.isThere(to)) return refuse("no-such-end")
    if (shape.links.some((each) => rows.sameEnds(each, { from, to, type }))) return refuse("already-linked")
    const circle = await circleOf(tx, actor, shape, { from, to, type })
    if (circle) return circle
    const link = await rows.insertLink(tx, actor, { from, to, type, lag, lagUnit })
    return done(link, rows.addedEvent(link))
  })

export const changeLink = (actor: ProgrammeActor, input: z.output<typeof contracts.changeLink.input>) =>
  transact(actor, contracts.changeLink, async (tx) => {
    await holdPlan(tx, actor)
    const { linkId, version, type, lag, lagUnit } = input
    const before = await find(tx, actor, linkId)
    if (!before) return refuse("not-found")
    const after = {
      ...before,
      version,
      type: type ?? before.type,
      lag: lag ?? before.lag,
      lagUnit: lagUnit ?? before.lagUnit,
    }
    const shape = await loadShape(tx, actor)
    const others = { ...shape, links: shape.links.filter((each) => !rows.sameEnds(each, before)) }
    if (after.type !== before.type && others.links.some((each) => rows.sameEnds(each, after)))
      return refuse("already-linked")
    const circle = await circleOf(tx, actor, others, after)
    if (circle) return circle
    const written = await rows.rewriteLink(tx, actor, after)
    if (!written) return refuse("changed-meanwhile", { current: before })
    return done(written, rows.rewrittenEvent(before, written))
  })

export const removeLink = (actor: ProgrammeActor, { linkId, version }: z.output<typeof contracts.removeLink.input>) =>
  transact(actor, contracts.removeLink, async (tx) => {
    const found = await find(tx, actor, linkId)
    if (!found) return refuse("not-found")
    if (!(await rows.deleteLink(tx, actor, { id: linkId, version })))
      return refuse("changed-meanwhile", { current: found })
    return done({ id: linkId, version }, rows.removedEvent(found))
  })

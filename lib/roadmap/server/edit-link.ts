import type * as z from "zod"
import type { ProgrammeActor } from "@/lib/access/actor"
import { done } from "@/lib/audit/server/outcome"
import { transact } from "@/lib/audit/server/transact"
import type { Transaction } from "@/lib/db/client"
import { newId } from "@/lib/db/new-id"
import { type Refused, refuse } from "@/lib/kernel/result"
import { cycleClosedBy } from "@/lib/schedule/cycles"
import type { NetworkShape, NodeRef } from "@/lib/schedule/network"
import type { addLink, removeLink, updateLink } from "../plan-contract"
import type { LinkView } from "../views"
import { linkView } from "./plan-rows"
import { holdPlan, loadShape } from "./shape"

type New = Pick<LinkView, "from" | "to" | "type">

const sameEnds = (a: New, b: New): boolean => a.from.id === b.from.id && a.to.id === b.to.id && a.type === b.type

async function circleOf(
  tx: Transaction,
  actor: ProgrammeActor,
  shape: NetworkShape,
  link: New,
): Promise<Refused<"would-circle"> | null> {
  const members = cycleClosedBy(shape, link)
  return members ? refuse("would-circle", { members: await namesOf(tx, actor, members) }) : null
}

async function namesOf(tx: Transaction, actor: ProgrammeActor, nodes: readonly NodeRef[]): Promise<string[]> {
  const where = { programmeId: actor.programmeId, id: { in: nodes.map(({ id }) => id) } }
  const items = await tx.workItem.findMany({ where, select: { id: true, title: true } })
  const workstreams = await tx.workstream.findMany({ where, select: { id: true, name: true } })
  const gates = await tx.gate.findMany({ where, select: { id: true, name: true } })
  const names = new Map([
    ...items.map(({ id, title }) => [id, title] as const),
    ...[...workstreams, ...gates].map(({ id, name }) => [id, name] as const),
  ])
  return nodes.map(({ id }) => names.get(id) ?? "")
}

const columnOf = (side: "from" | "to", { kind, id }: NodeRef) =>
  ({
    item: side === "from" ? { fromItemId: id } : { toItemId: id },
    workstream: side === "from" ? { fromWorkstreamId: id } : { toWorkstreamId: id },
    gate: side === "from" ? { fromGateId: id } : { toGateId: id },
  })[kind]

/** Links two ends of the actor's programme, unless that would close a circle. */
export const linkEnds = (actor: ProgrammeActor, { from, to, type, lag }: z.output<typeof addLink.input>) =>
  transact(actor, "plan.edit", async (tx) => {
    await holdPlan(tx, actor)
    const shape = await loadShape(tx, actor)
    if (!shape.isThere(from) || !shape.isThere(to)) return refuse("no-such-end")
    if (shape.links.some((each) => sameEnds({ from: each.from, to: each.to, type: each.type }, { from, to, type })))
      return refuse("already-linked")
    const circle = await circleOf(tx, actor, shape, { from, to, type })
    if (circle) return circle
    const row = await tx.dependency.create({
      data: {
        ...{ id: newId(actor.occasion.at), programmeId: actor.programmeId, type, lag },
        ...columnOf("from", from),
        ...columnOf("to", to),
      },
    })
    return done(linkView(row), {
      type: "link.added",
      subject: to.id,
      data: { linkId: row.id, fromKind: from.kind, from: from.id, toKind: to.kind, type, lag },
    })
  })

export const editLink = (actor: ProgrammeActor, input: z.output<typeof updateLink.input>) =>
  transact(actor, "plan.edit", async (tx) => {
    await holdPlan(tx, actor)
    const { linkId, version, type, lag } = input
    const where = { id: linkId, programmeId: actor.programmeId }
    const found = await tx.dependency.findFirst({ where })
    if (!found) return refuse("not-found")
    const before = linkView(found)
    const after = { ...before, type: type ?? before.type, lag: lag ?? before.lag }
    const shape = await loadShape(tx, actor)
    const others = { ...shape, links: shape.links.filter((each) => !sameEnds({ ...each }, before)) }
    if (after.type !== before.type && others.links.some((each) => sameEnds({ ...each }, after)))
      return refuse("already-linked")
    const circle = await circleOf(tx, actor, others, after)
    if (circle) return circle
    const [row] = await tx.dependency.updateManyAndReturn({
      where: { ...where, version },
      data: { type: after.type, lag: after.lag, version: version + 1 },
    })
    if (!row) return refuse("changed-meanwhile", { current: before })
    const changes = { type: after.type, lag: after.lag }
    return done(linkView(row), {
      type: "link.updated",
      subject: after.to.id,
      data: { linkId, changes, before: { type: before.type, lag: before.lag } },
    })
  })

export const unlinkEnds = (actor: ProgrammeActor, { linkId, version }: z.output<typeof removeLink.input>) =>
  transact(actor, "plan.edit", async (tx) => {
    const where = { id: linkId, programmeId: actor.programmeId }
    const found = await tx.dependency.findFirst({ where })
    if (!found) return refuse("not-found")
    const { from, to, type, lag } = linkView(found)
    const { count } = await tx.dependency.deleteMany({ where: { ...where, version } })
    if (count === 0) return refuse("changed-meanwhile", { current: linkView(found) })
    return done(
      { id: linkId, version },
      {
        type: "link.removed",
        subject: to.id,
        data: { linkId, fromKind: from.kind, from: from.id, toKind: to.kind, type, lag },
      },
    )
  })

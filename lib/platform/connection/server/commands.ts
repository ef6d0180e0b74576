import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { cancelJobs } from "@/lib/base/jobs/server/jobs"
import { definedOf } from "@/lib/base/kernel/defined"
import { refuse } from "@/lib/base/kernel/result"
import { sealSecret } from "@/lib/base/secrets/server/envelope"
import { settings } from "@/lib/base/settings/server/settings"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import { workspaceOrigin } from "../workspace"
import { bindingOf, viewConnection } from "./rows"

const HOUR_MS = 3_600_000
const nextRun = (at: Date, everyHours: number | null) =>
  everyHours === null ? null : new Date(at.getTime() + everyHours * HOUR_MS)

/** Connects a workspace. The secret is sealed before it is written, and bound to this very address and identity. */
export const addConnection = (actor: ProgrammeActor, input: z.output<typeof contracts.addConnection.input>) =>
  transact(actor, contracts.addConnection, async (tx) => {
    const { programmeId, context } = actor
    const { secret, ...fields } = input
    const origin = workspaceOrigin(input.host, settings().localWorkspace)
    if (!origin.ok) return refuse("bad-host")
    if (input.auth === "oauth_m2m" && input.clientId === null) return refuse("client-needed")
    const place = {
      id: newId(context.at),
      programmeId,
      host: origin.value,
      auth: input.auth,
      clientId: input.clientId,
    }
    await tx.connection.create({
      data: {
        ...fields,
        ...place,
        secret: Uint8Array.from(sealSecret(secret, bindingOf(place))),
        nextRunAt: nextRun(context.at, input.everyHours),
        createdAt: context.at,
      },
    })
    return answered(tx, actor, place.id, {
      type: "connection.added",
      data: { host: origin.value, auth: input.auth, everyHours: input.everyHours },
      texts: { name: input.name },
    })
  })

/** Changes a connection. A secret never moves on to another address or identity: it must be written again. */
export const changeConnection = (actor: ProgrammeActor, input: z.output<typeof contracts.changeConnection.input>) =>
  transact(actor, contracts.changeConnection, async (tx) => {
    const { programmeId, context } = actor
    const { connectionId, version, secret, host, ...fields } = input
    const where = { id: connectionId, programmeId, removedAt: null }
    const found = await tx.connection.findFirst({ where })
    if (!found) return refuse("not-found")
    const origin = host === undefined ? null : workspaceOrigin(host, settings().localWorkspace)
    if (origin && !origin.ok) return refuse("bad-host")
    const changed = definedOf({ ...fields, host: origin?.value })
    const place = { ...found, ...changed }
    if (place.auth === "oauth_m2m" && place.clientId === null) return refuse("client-needed")
    const isMoved = bindingOf(place).join() !== bindingOf(found).join()
    if (isMoved && secret === undefined) return refuse("secret-needed")
    const sealed = secret === undefined ? {} : { secret: Uint8Array.from(sealSecret(secret, bindingOf(place))) }
    const clock = fields.everyHours === undefined ? {} : { nextRunAt: nextRun(context.at, fields.everyHours) }
    const { count } = await tx.connection.updateMany({
      where: { ...where, version },
      data: { ...changed, ...sealed, ...clock, version: version + 1 },
    })
    if (count === 0) return refuse("changed-meanwhile", { current: await viewConnection(tx, actor, connectionId) })
    const { name, parameters, ...plain } = changed
    return answered(tx, actor, connectionId, {
      type: "connection.updated",
      data: { changes: definedOf(plain), parameters: Object.keys(parameters ?? {}), secret: secret !== undefined },
      texts: typeof name === "string" ? { name } : {},
    })
  })

type Told = { type: string; data: object; texts: Record<string, string> }

async function answered(tx: Transaction, actor: ProgrammeActor, id: string, { type, data, texts }: Told) {
  const view = await viewConnection(tx, actor, id)
  if (!view) throw new Error("a connection that was just written is gone")
  return done(view, { type, subject: id, data: { ...data }, texts })
}

/** Forgets a connection, its secret at once; what it brought stays. */
export const removeConnection = (actor: ProgrammeActor, input: z.output<typeof contracts.removeConnection.input>) =>
  transact(actor, contracts.removeConnection, async (tx) => {
    const { programmeId, context } = actor
    const { connectionId, version } = input
    const where = { id: connectionId, programmeId, removedAt: null }
    if (!(await tx.connection.findFirst({ where, select: { id: true } }))) return refuse("not-found")
    const { count } = await tx.connection.updateMany({
      where: { ...where, version },
      data: { removedAt: context.at, secret: new Uint8Array(), nextRunAt: null, version: version + 1 },
    })
    if (count === 0) return refuse("changed-meanwhile", { current: await viewConnection(tx, actor, connectionId) })
    await cancelJobs(tx, context.at, { programmeId, run: { connectionId, state: "running" } })
    const answer = { id: connectionId, version: version + 1 }
    return done(answer, { type: "connection.removed", subject: connectionId, data: {} })
  })

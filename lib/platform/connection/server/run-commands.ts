import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import { cancelJobs, wakeRunner } from "@/lib/base/jobs/server/jobs"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { loadRelease } from "@/lib/pack/server/releases"
import * as contracts from "../contract"
import { addRun } from "./add-run"
import { findRunRow, viewConnection } from "./rows"

/** Asks that facts are fetched; the runner of the app takes it up at once. */
export async function startConnectionRun(
  actor: ProgrammeActor,
  { connectionId }: z.output<typeof contracts.startConnectionRun.input>,
) {
  const asked = await transact(actor, contracts.startConnectionRun, async (tx) => {
    const { programmeId, personId, context } = actor
    const where = { id: connectionId, programmeId, removedAt: null }
    const found = await tx.connection.findFirst({ where, include: { programme: { select: { packRelease: true } } } })
    if (!found) return refuse("not-found")
    const runId = await addRun(tx, found, context.at, personId)
    if (runId === null) return refuse("running-already")
    const view = await findRunRow(tx, programmeId, runId)
    if (!view) throw new Error("a run that was just written is gone")
    return done(view, { type: "connection.run-started", subject: connectionId, data: { runId } })
  })
  if (asked.ok) wakeRunner()
  return asked
}

/** Asks that a run is stopped; the runner notices within a second. */
export const cancelConnectionRun = (
  actor: ProgrammeActor,
  { runId }: z.output<typeof contracts.cancelConnectionRun.input>,
) =>
  transact(actor, contracts.cancelConnectionRun, async (tx) => {
    const { programmeId, context } = actor
    const found = await findRunRow(tx, programmeId, runId)
    if (!found) return refuse("not-found")
    if (found.state !== "running") return refuse("over-already")
    await cancelJobs(tx, context.at, { programmeId, run: { id: runId } })
    const view = await findRunRow(tx, programmeId, runId)
    if (!view) return refuse("over-already")
    return done(view, { type: "connection.run-cancelled", subject: found.connectionId, data: { runId } })
  })

export const findRun = (actor: ProgrammeActor, { runId }: z.output<typeof contracts.getConnectionRun.input>) =>
  findRunRow(database().prisma, actor.programmeId, runId)

/** The connections of a programme, and the parameters that the bundle asks for. */
export async function findConnections(actor: ProgrammeActor) {
  const { prisma } = database()
  const { programmeId } = actor
  const [programme, rows] = await Promise.all([
    prisma.programme.findFirstOrThrow({ where: { id: programmeId }, select: { packRelease: true } }),
    prisma.connection.findMany({
      where: { programmeId, removedAt: null },
      select: { id: true },
      orderBy: { createdAt: "asc" },
    }),
  ])
  const views = await Promise.all(rows.map(({ id }: { id: Id }) => viewConnection(prisma, actor, id)))
  const parameters = loadRelease(programme.packRelease)
    .measures.flatMap((file) => file.parameters)
    .filter(isOfPlace)
  return {
    items: views.flatMap((view) => view ?? []),
    parameters: parameters.map(({ name, type, fallback, meaning }) => ({ name, type, fallback, meaning })),
  }
}

/** What sets a threshold is settled for the whole programme; a connection says where it is. */
const isOfPlace = ({ name }: { readonly name: string }): boolean => name === "region"

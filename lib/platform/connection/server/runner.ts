import { createHash } from "node:crypto"
import { database, type Transaction } from "@/lib/base/db/client"
import type { Connection, ConnectionRun } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import { dayIn } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { InstallationActor, ProgrammeActor } from "@/lib/door/access/actor"
import { canonical } from "@/lib/door/audit/canonical"
import { type Done, done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { loadRelease } from "@/lib/pack/server/releases"
import { bundleVersion } from "@/lib/platform/facts/bundle/bundle"
import type { FactRow } from "@/lib/platform/facts/fact"
import { type Settled, valuesOf } from "@/lib/platform/facts/parameters"
import { storeFactSet } from "@/lib/platform/facts/server/fact-set-rows"
import { rejudge } from "@/lib/platform/facts/server/rejudge"
import { findSettled } from "@/lib/platform/facts/server/standing-sets"
import type { MeasureProgress } from "../contract"
import { sayWithoutPeople, workspaceOf } from "../facts"
import { type Fetched, troubleOf } from "./fetched"
import { measureAll } from "./measure-all"
import { plannedMeasures } from "./plan-run"
import { reachOf } from "./reach"

/** Who a run acts as: whoever asked for it as they are now, or the server for the schedule. */
export type ActorOf = (
  run: { programmeId: Id; startedById: Id | null },
  at: Date,
) => Promise<ProgrammeActor | InstallationActor>

/** A run whose process has not said anything for so long is taken to be dead. */
const SILENT_MS = 60_000
const LOOK_MS = 1_000

/** Begins the runs whose time has come by the schedule. */
export async function beginDue(now: Date): Promise<void> {
  const { prisma } = database()
  const due = await prisma.connection.findMany({
    where: { removedAt: null, nextRunAt: { lte: now }, programme: { archivedAt: null } },
    include: { programme: { select: { packRelease: true } } },
  })
  for (const connection of due) {
    const { id, programmeId, everyHours, nextRunAt } = connection
    const next = everyHours === null ? null : new Date(now.getTime() + everyHours * 3_600_000)
    const { count } = await prisma.connection.updateMany({ where: { id, nextRunAt }, data: { nextRunAt: next } })
    if (count === 0) continue
    const progress = plannedMeasures(loadRelease(connection.programme.packRelease), connection)
    const row = { id: newId(now), programmeId, connectionId: id, startedAt: now, heartbeatAt: new Date(0), progress }
    await prisma.connectionRun.createMany({ data: [row], skipDuplicates: true })
  }
}

/** Takes up every run that waits, and ends those whose process has died. Several processes share them out. */
export async function runWaiting(actorOf: ActorOf, now: () => Date = () => new Date()): Promise<number> {
  const { prisma } = database()
  const dead = new Date(now().getTime() - SILENT_MS)
  await prisma.connectionRun.updateMany({
    where: { state: "running", heartbeatAt: { gt: new Date(0), lt: dead } },
    data: { state: "failed", finishedAt: now(), reason: "Lakeward stopped during this run. Start it again." },
  })
  const waiting = await prisma.connectionRun.findMany({ where: { state: "running", heartbeatAt: new Date(0) } })
  let taken = 0
  for (const run of waiting) {
    const claimed = await prisma.connectionRun.updateMany({
      where: { id: run.id, state: "running", heartbeatAt: new Date(0) },
      data: { heartbeatAt: now() },
    })
    if (claimed.count === 0) continue
    taken += 1
    await carryOut(run, actorOf, now)
  }
  return taken
}

async function carryOut(run: ConnectionRun, actorOf: ActorOf, now: () => Date): Promise<void> {
  const { prisma } = database()
  const { id, programmeId, connectionId } = run
  const connection = await prisma.connection.findFirst({
    where: { id: connectionId, programmeId },
    include: { programme: { select: { packRelease: true, timeZone: true } } },
  })
  if (!connection || connection.removedAt) return end(id, "cancelled", now(), "The connection was removed.")
  const stop = new AbortController()
  const watch = setInterval(() => void look(id, stop, now()), LOOK_MS)
  try {
    const ranWith = valuesOf(loadRelease(connection.programme.packRelease), await findSettled(prisma, programmeId))
    const found = await fetchAll(connection, connection.programme.packRelease, { run, ranWith }, stop.signal)
    const ending = { run, actorOf, now, timeZone: connection.programme.timeZone }
    if (found.ok && !stop.signal.aborted)
      await keep({ ...ending, host: workspaceOf(connection), ranWith: { ...ranWith } }, found.value)
    else if (found.ok || found.refusal === "cancelled") await end(id, "cancelled", now(), null)
    else await end(id, "failed", now(), sayWithoutPeople(troubleOf(found)))
  } catch (error) {
    console.error("fetching facts failed:", error)
    await end(id, "failed", now(), "Something went wrong on our side. The error was logged.")
  } finally {
    clearInterval(watch)
  }
}

/** Says that this process is alive, and hears whether the run shall stop. */
async function look(id: Id, stop: AbortController, now: Date): Promise<void> {
  const [row] = await database()
    .prisma.connectionRun.updateManyAndReturn({ where: { id, state: "running" }, data: { heartbeatAt: now } })
    .catch(() => [])
  if (row?.cancelAskedAt) stop.abort()
}

async function fetchAll(
  connection: Connection,
  packRelease: string,
  { run, ranWith }: { readonly run: ConnectionRun; readonly ranWith: Settled },
  signal: AbortSignal,
): Promise<Fetched<FactRow[]>> {
  const release = loadRelease(packRelease)
  const reach = reachOf(connection, signal)
  if (!reach.ok) return reach
  const progress = new Map(plannedMeasures(release, connection).map((each) => [each.measure, each]))
  const tell = async (told: Omit<MeasureProgress, "evidence">) => {
    const before = progress.get(told.measure)
    if (before) progress.set(told.measure, { ...before, ...told })
    const data = { progress: [...progress.values()] }
    await database().prisma.connectionRun.updateMany({ where: { id: run.id, state: "running" }, data })
  }
  // what sets a threshold is the programme's; a connection says where it is
  const { region = "" } = reach.value.parameters
  return measureAll(connection, release, { ...reach.value, parameters: { ...ranWith, region } }, tell)
}

const end = async (id: Id, state: "failed" | "cancelled", finishedAt: Date, reason: string | null): Promise<void> => {
  await database().prisma.connectionRun.updateMany({
    where: { id, state: "running" },
    data: { state, finishedAt, reason },
  })
}

type Ending = {
  readonly run: ConnectionRun
  readonly actorOf: ActorOf
  readonly now: () => Date
  readonly timeZone: string
  readonly host: string
  readonly ranWith: Record<string, string>
}

/** Keeps what was measured as a set, judges anew and closes the run, all at once or not at all. */
async function keep({ run, actorOf, now, ...more }: Ending, facts: readonly FactRow[]): Promise<void> {
  const at = now()
  const actor = await actorOf(run, at)
  const command = (tx: Transaction) => store(tx, { run, at, ...more }, facts)
  const options = { seconds: 60 }
  const kept =
    actor.kind === "programme"
      ? await transact(actor, "facts.import", command, options)
      : await transact(actor, "installation.manage", command, options)
  if (!kept.ok) await end(run.id, "failed", at, "The person who started this run can no longer import facts.")
}

type At = Omit<Ending, "actorOf" | "now"> & { readonly at: Date }

async function store(
  tx: Transaction,
  { run, at, timeZone, host, ranWith }: At,
  facts: readonly FactRow[],
): Promise<Done<{ id: Id }>> {
  const { programmeId, connectionId } = run
  const programme = await tx.programme.findFirstOrThrow({ where: { id: programmeId }, select: { packRelease: true } })
  const columns = {
    ...{ metric: facts.map(({ metric }) => metric), dimension: facts.map(({ dimension }) => dimension) },
    ...{ value: facts.map(({ value }) => value), n: facts.map(({ n }) => n), asOf: facts.map(({ asOf }) => asOf) },
    ...{ region: facts.map(({ region }) => region), reason: facts.map(({ reason }) => reason) },
    ...{ workspace: facts.map(({ workspace }) => workspace), statement: facts.map(({ statement }) => statement) },
  }
  const sha256 = createHash("sha256").update(canonical({ connectionId, facts })).digest()
  const id = await storeFactSet(tx, {
    ...{ programmeId, source: "connection", region: null, fileName: null, rows: facts.length },
    ...{ workspace: host, counts: null, ranWith },
    ...{ bundleVersion: bundleVersion(loadRelease(programme.packRelease)), sha256: Uint8Array.from(sha256) },
    ...{ takenAt: at, importedAt: at, importedById: run.startedById, batches: [JSON.stringify(columns)] },
  })
  if (id === null) throw new Error("identical facts already imported")
  const changes = await rejudge(tx, programmeId, { today: dayIn(timeZone, at), at })
  await tx.connectionRun.updateMany({
    where: { id: run.id, state: "running" },
    data: { state: "done", finishedAt: at, factSetId: id },
  })
  return done(
    { id },
    {
      ...{ type: "facts.imported", subject: id, chain: programmeId },
      data: {
        ...{ source: "connection", connectionId, runId: run.id, rows: facts.length },
        ...{ sha256: sha256.toString("hex"), takenAt: at.toISOString(), changed: changes.length },
      },
    },
  )
}

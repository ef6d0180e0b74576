import { createHash } from "node:crypto"
import * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import type { Connection, ConnectionRun } from "@/lib/base/db/generated/client"
import type { JobEnd } from "@/lib/base/jobs/job"
import { type JobKind, jobKind, type Work } from "@/lib/base/jobs/server/job-kind"
import { dayIn } from "@/lib/base/kernel/day"
import type { Id as IdText } from "@/lib/base/kernel/id"
import { Id } from "@/lib/base/kernel/shapes"
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
import { addRun, FETCH_FACTS } from "./add-run"
import { type Fetched, troubleOf } from "./fetched"
import { measureAll } from "./measure-all"
import { plannedMeasures } from "./plan-run"
import { reachOf } from "./reach"

/** Who a run acts as: whoever asked for it as they are now, or the server for the schedule. */
export type ActorOf = (
  run: { programmeId: IdText; startedById: IdText | null },
  at: Date,
) => Promise<ProgrammeActor | InstallationActor>

/** Begins the runs whose time has come by the schedule. */
export async function beginDue(now: Date): Promise<void> {
  const { prisma } = database()
  const due = await prisma.connection.findMany({
    where: { removedAt: null, nextRunAt: { lte: now }, programme: { archivedAt: null } },
    include: { programme: { select: { packRelease: true } } },
  })
  for (const connection of due) {
    const { id, everyHours, nextRunAt } = connection
    const next = everyHours === null ? null : new Date(now.getTime() + everyHours * 3_600_000)
    await prisma.$transaction(async (tx) => {
      const { count } = await tx.connection.updateMany({ where: { id, nextRunAt }, data: { nextRunAt: next } })
      if (count > 0) await addRun(tx, connection, now, null)
    })
  }
}

/** The kind of job that carries out a run. */
export const fetchFacts = (actorOf: ActorOf): JobKind =>
  jobKind({
    kind: FETCH_FACTS,
    input: z.strictObject({ runId: Id }),
    due: beginDue,
    seconds: 3_600,
    run: async ({ runId }, work) => {
      const run = await database().prisma.connectionRun.findFirst({ where: { id: runId, state: "running" } })
      return run ? carryOut(run, work, actorOf) : { state: "done" }
    },
    ended: async (tx, { id: jobId }, end) => {
      await tx.connectionRun.updateMany({
        where: { jobId, state: "running" },
        data: {
          ...{ state: end.state === "cancelled" ? "cancelled" : "failed", finishedAt: new Date() },
          reason: "reason" in end ? end.reason : null,
        },
      })
    },
  })

async function carryOut(run: ConnectionRun, { signal, now, tell }: Work, actorOf: ActorOf): Promise<JobEnd> {
  const { prisma } = database()
  const { programmeId, connectionId } = run
  const connection = await prisma.connection.findFirst({
    where: { id: connectionId, programmeId },
    include: { programme: { select: { packRelease: true, timeZone: true } } },
  })
  if (!connection || connection.removedAt) return { state: "cancelled", reason: "The connection was removed." }
  const ranWith = valuesOf(loadRelease(connection.programme.packRelease), await findSettled(prisma, programmeId))
  const found = await fetchAll(connection, connection.programme.packRelease, { run, ranWith, tell }, signal)
  const ending = { run, actorOf, now, timeZone: connection.programme.timeZone }
  if (found.ok && !signal.aborted)
    return keep({ ...ending, host: workspaceOf(connection), ranWith: { ...ranWith } }, found.value)
  if (found.ok || found.refusal === "cancelled") return { state: "cancelled", reason: null }
  return { state: "failed", reason: sayWithoutPeople(troubleOf(found)) }
}

type Way = { readonly run: ConnectionRun; readonly ranWith: Settled; readonly tell: Work["tell"] }

async function fetchAll(
  connection: Connection,
  packRelease: string,
  { run, ranWith, tell: tellSteps }: Way,
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
    await tellSteps(
      data.progress.filter(({ state }) => state !== "waiting" && state !== "running").length,
      progress.size,
    )
  }
  // what sets a threshold is the programme's; a connection says where it is
  const { region = "" } = reach.value.parameters
  return measureAll(connection, release, { ...reach.value, parameters: { ...ranWith, region } }, tell)
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
async function keep({ run, actorOf, now, ...more }: Ending, facts: readonly FactRow[]): Promise<JobEnd> {
  const at = now()
  const actor = await actorOf(run, at)
  const command = (tx: Transaction) => store(tx, { run, at, ...more }, facts)
  const options = { seconds: 60 }
  const kept =
    actor.kind === "programme"
      ? await transact(actor, "facts.import", command, options)
      : await transact(actor, "installation.manage", command, options)
  if (kept.ok) return { state: "done" }
  return { state: "failed", reason: "The person who started this run can no longer import facts." }
}

type At = Omit<Ending, "actorOf" | "now"> & { readonly at: Date }

async function store(
  tx: Transaction,
  { run, at, timeZone, host, ranWith }: At,
  facts: readonly FactRow[],
): Promise<Done<{ id: IdText }>> {
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
  const { count } = await tx.connectionRun.updateMany({
    where: { id: run.id, state: "running" },
    data: { state: "done", finishedAt: at, factSetId: id },
  })
  if (count === 0) throw new Error("the run was ended meanwhile")
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

import * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { Connection, Prisma } from "@/lib/base/db/generated/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { type ConnectionView, MeasureProgress, type RunView } from "../contract"

const whole = {
  startedBy: { select: { id: true, name: true } },
  job: { select: { cancelAskedAt: true } },
} as const satisfies Prisma.ConnectionRunInclude
type RunRow = Prisma.ConnectionRunGetPayload<{ include: typeof whole }>

export const runView = (row: RunRow): RunView => ({
  ...{ id: row.id, connectionId: row.connectionId, state: row.state, startedBy: row.startedBy },
  ...{
    factSetId: row.factSetId,
    reason: row.reason,
    cancelling: row.state === "running" && Boolean(row.job?.cancelAskedAt),
  },
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  progress: z.array(MeasureProgress).parse(row.progress),
})

type Reader = Pick<Transaction, "connection" | "connectionRun">

export async function findRunRow(reader: Reader, programmeId: Id, id: Id): Promise<RunView | null> {
  const row = await reader.connectionRun.findFirst({ where: { id, programmeId }, include: whole })
  return row && runView(row)
}

/** The envelope of the secret stays where it is: views are made member by member. */
function connectionView(row: Connection, lastRun: RunView | null, actor: ProgrammeActor): ConnectionView {
  const { id, name, host, auth, clientId, warehouseId, accountId, everyHours, version } = row
  return {
    ...{ id, name, host, auth, clientId, warehouseId, accountId, everyHours, version, lastRun },
    parameters: z.record(z.string(), z.string()).parse(row.parameters),
    nextRunAt: row.nextRunAt?.toISOString() ?? null,
    may: { manage: actor.may("connections.manage"), run: actor.may("facts.import") },
  }
}

export async function viewConnection(reader: Reader, actor: ProgrammeActor, id: Id): Promise<ConnectionView | null> {
  const { programmeId } = actor
  const row = await reader.connection.findFirst({ where: { id, programmeId, removedAt: null } })
  if (!row) return null
  const last = await reader.connectionRun.findFirst({
    where: { connectionId: id, programmeId },
    include: whole,
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  })
  return connectionView(row, last && runView(last), actor)
}

/** What a secret is bound to: its programme, its connection, and the identity and address that it is for. */
export const bindingOf = ({
  id,
  programmeId,
  host,
  auth,
  clientId,
}: Pick<Connection, "id" | "programmeId" | "host" | "auth" | "clientId">) => [
  ...[programmeId, "connection", id, host, auth],
  clientId ?? "",
]

import * as z from "zod"
import { Id, line } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"

const Instant = z.iso.datetime({ offset: true })
const version = z.int().min(1)

/** How one measure of a run stands. */
export const MeasureProgress = z
  .strictObject({
    measure: z.string(),
    evidence: z.string(),
    state: z.enum(["waiting", "running", "measured", "untold"]),
    rows: z.int(),
    reason: z.string().nullable().meta({ description: "Why it is unknown." }),
  })
  .meta({ id: "MeasureProgress" })
export type MeasureProgress = z.output<typeof MeasureProgress>

export const RunView = z
  .strictObject({
    id: Id,
    connectionId: Id,
    state: z.enum(["running", "done", "failed", "cancelled"]),
    startedAt: Instant,
    startedBy: z.strictObject({ id: Id, name: z.string() }).nullable().meta({ description: "Null: by the schedule." }),
    finishedAt: Instant.nullable(),
    cancelling: z.boolean(),
    progress: z.array(MeasureProgress),
    factSetId: Id.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "ConnectionRun" })
export type RunView = z.output<typeof RunView>

export const ConnectionView = z
  .strictObject({
    id: Id,
    name: z.string(),
    host: z.string(),
    auth: z.enum(["oauth_m2m", "token"]),
    clientId: z.string().nullable(),
    warehouseId: z.string().nullable(),
    accountId: z.string().nullable(),
    parameters: z.record(z.string(), z.string()),
    everyHours: z.int().nullable(),
    nextRunAt: Instant.nullable(),
    lastRun: RunView.nullable(),
    version: z.int(),
    may: z.strictObject({ manage: z.boolean(), run: z.boolean() }),
  })
  .meta({ id: "Connection" })
export type ConnectionView = z.output<typeof ConnectionView>

const Secret = z.string().trim().min(1, "Enter the secret.").max(4_000)
const Parameters = z
  .record(z.string().regex(/^[a-z][a-z_]{0,60}$/), z.string().trim().max(4_000))
  .refine((all) => Object.keys(all).length <= 40, "Too many parameters.")
const Identifier = z
  .string()
  .trim()
  .regex(/^[\w.-]{1,100}$/, "Use letters, digits, dots and hyphens.")
const fields = {
  name: line(100),
  host: z.string().trim().min(1, "Enter the workspace URL.").max(300),
  auth: z.enum(["oauth_m2m", "token"]),
  clientId: Identifier.nullable(),
  warehouseId: Identifier.nullable(),
  accountId: Identifier.nullable(),
  parameters: Parameters,
  everyHours: z.int().min(1).max(8_760).nullable(),
}
const placing = {
  "bad-host": { status: 422, sentence: "This isn't a Databricks workspace URL. Copy it from the browser." },
  "client-needed": { status: 422, sentence: "Enter the client ID of the service principal." },
} as const

export const listConnections = contract({
  name: "listConnections",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/connections",
  summary: "Connected workspaces; secrets are never returned",
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(ConnectionView),
    parameters: z.array(
      z.strictObject({ name: z.string(), type: z.string(), fallback: z.string(), meaning: z.string() }),
    ),
  }),
  refusals: {},
})

export const addConnection = contract({
  name: "addConnection",
  audience: "programme",
  permission: "connections.manage",
  method: "POST",
  path: "/programmes/{programmeId}/connections",
  summary: "Connect a workspace; the secret is encrypted and never shown again",
  input: z.strictObject({
    ...fields,
    clientId: fields.clientId.default(null),
    warehouseId: fields.warehouseId.default(null),
    accountId: fields.accountId.default(null),
    parameters: Parameters.default({}),
    everyHours: fields.everyHours.default(null),
    secret: Secret,
  }),
  output: ConnectionView,
  refusals: placing,
})

export const changeConnection = contract({
  name: "changeConnection",
  audience: "programme",
  permission: "connections.manage",
  method: "PATCH",
  path: "/programmes/{programmeId}/connections/{connectionId}",
  summary: "Change a connection; a new address or identity needs the secret again",
  input: z.strictObject({
    ...z.strictObject(fields).partial().shape,
    connectionId: Id,
    version,
    secret: Secret.optional(),
  }),
  output: ConnectionView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    ...placing,
    "secret-needed": { status: 422, sentence: "The address changed, so enter the secret again." },
  },
})

export const removeConnection = contract({
  name: "removeConnection",
  audience: "programme",
  permission: "connections.manage",
  method: "DELETE",
  path: "/programmes/{programmeId}/connections/{connectionId}",
  summary: "Remove a connection and its secret; imported facts stay",
  input: z.strictObject({ connectionId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { ...notFound, ...changedMeanwhile },
})

export const checkConnection = contract({
  name: "checkConnection",
  audience: "programme",
  permission: "connections.manage",
  method: "POST",
  path: "/programmes/{programmeId}/connections/{connectionId}/check",
  summary: "Test a connection and its warehouse",
  input: z.strictObject({ connectionId: Id }),
  output: z.strictObject({ works: z.boolean(), says: z.string() }),
  refusals: notFound,
})

export const startConnectionRun = contract({
  name: "startConnectionRun",
  audience: "programme",
  permission: "facts.import",
  method: "POST",
  path: "/programmes/{programmeId}/connections/{connectionId}/runs",
  summary: "Fetch facts now",
  input: z.strictObject({ connectionId: Id }),
  output: RunView,
  refusals: {
    ...notFound,
    "running-already": { status: 409, sentence: "This connection is already fetching facts." },
  },
})

export const getConnectionRun = contract({
  name: "getConnectionRun",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/connection-runs/{runId}",
  summary: "Progress of a fact collection",
  input: z.strictObject({ runId: Id }),
  output: RunView,
  refusals: notFound,
})

export const cancelConnectionRun = contract({
  name: "cancelConnectionRun",
  audience: "programme",
  permission: "facts.import",
  method: "POST",
  path: "/programmes/{programmeId}/connection-runs/{runId}/cancellation",
  summary: "Stop fetching facts; this run is discarded",
  input: z.strictObject({ runId: Id }),
  output: RunView,
  refusals: { ...notFound, "over-already": { status: 409, sentence: "This run has ended." } },
})

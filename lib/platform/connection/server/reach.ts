import { setTimeout as pause } from "node:timers/promises"
import * as z from "zod"
import type { Connection } from "@/lib/base/db/generated/client"
import { ok } from "@/lib/base/kernel/result"
import { openSecret } from "@/lib/base/secrets/server/envelope"
import { settings } from "@/lib/base/settings/server/settings"
import { accountOrigin } from "../workspace"
import { type Fetched, trouble } from "./fetched"
import type { Reach } from "./rest/measure"
import { bindingOf } from "./rows"
import { clientCredentials, fixedToken } from "./token-source"
import { WorkspaceClient } from "./workspace-client"

/** The clients of a connection, with its secret opened for as long as they are used. */
export function reachOf(connection: Connection, signal: AbortSignal): Fetched<Omit<Reach, "measured">> {
  const secret = openSecret(connection.secret, bindingOf(connection))
  if (!secret.ok) return trouble("credentials-refused", "the secret can't be decrypted; enter it again")
  const local = settings().localWorkspace
  const client = (origin: string) => {
    const credentials = { origin, clientId: connection.clientId ?? "", secret: secret.value, local, signal }
    const tokens =
      connection.auth === "token" ? fixedToken(secret.value) : clientCredentials({ ...credentials, now: Date.now })
    return new WorkspaceClient({ origin, tokens, local, signal, pause: waiter(signal), luck: Math.random })
  }
  const account = accountOrigin(connection.host, local)
  const id = connection.accountId
  return ok({
    workspace: client(connection.host),
    account: id !== null && account !== null ? { client: client(account), id } : null,
    parameters: z.record(z.string(), z.string()).parse(connection.parameters),
    now: Date.now(),
  })
}

/** Waits, or stops waiting when it is over. */
const waiter = (signal: AbortSignal) => async (ms: number) => {
  await pause(ms, undefined, { signal }).catch(() => undefined)
}

/** Whether the workspace lets the connection in and knows its warehouse, as a sentence. */
export async function tryReach(
  connection: Connection,
): Promise<{ works: boolean; refusal: ReturnType<typeof trouble> | null }> {
  const reach = reachOf(connection, AbortSignal.timeout(20_000))
  if (!reach.ok) return { works: false, refusal: trouble(reach.refusal) }
  const { workspace } = reach.value
  const path = connection.warehouseId
    ? `/api/2.0/sql/warehouses/${encodeURIComponent(connection.warehouseId)}`
    : "/api/2.1/unity-catalog/current-metastore-assignment"
  const answer = await workspace.get(path, z.looseObject({}))
  return answer.ok ? { works: true, refusal: null } : { works: false, refusal: answer }
}

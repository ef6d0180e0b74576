import * as z from "zod"
import { ok } from "@/lib/base/kernel/result"
import { ResultChunk, type ResultRow, rowsOf, StatementAnswer } from "../statement"
import { type Fetched, trouble } from "./fetched"
import type { WorkspaceClient } from "./workspace-client"

export type Statement = {
  readonly warehouseId: string
  readonly sql: string
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly type: string }[]
}

const ROW_LIMIT = 10_000
/** A cold warehouse takes minutes to start. */
const LONGEST_MS = 15 * 60_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000

/**
 * Runs one statement to its end: a failed one is an answer like any other, the rows come in chunks, and whoever cancels
 * also stops it in the warehouse.
 */
export async function runStatement(client: WorkspaceClient, statement: Statement): Promise<Fetched<ResultRow[]>> {
  const { warehouseId: warehouse_id, sql, parameters } = statement
  const asked = { warehouse_id, statement: sql, parameters, row_limit: ROW_LIMIT, wait_timeout: "5s" }
  const begun = await client.post(
    "/api/2.0/sql/statements",
    { ...asked, on_wait_timeout: "CONTINUE", disposition: "INLINE", format: "JSON_ARRAY" },
    StatementAnswer,
  )
  if (!begun.ok) return begun
  const ended = await untilEnded(client, begun.value)
  if (!ended.ok) {
    if (ended.refusal === "cancelled" || ended.refusal === "timed-out") await stop(client, begun.value.statement_id)
    return ended
  }
  return collect(client, ended.value)
}

async function untilEnded(client: WorkspaceClient, begun: StatementAnswer): Promise<Fetched<StatementAnswer>> {
  let answer = begun
  let waited = 0
  for (let pause = FIRST_PAUSE_MS; isUnderWay(answer); pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    if (waited > LONGEST_MS) return trouble("timed-out")
    await client.options.pause(pause)
    waited += pause
    if (client.options.signal.aborted) return trouble("cancelled")
    const next = await client.get(`/api/2.0/sql/statements/${encodeURIComponent(begun.statement_id)}`, StatementAnswer)
    if (!next.ok) return next.refusal === "not-there" ? trouble("statement-gone") : next
    answer = next.value
  }
  const { state, error } = answer.status
  if (state === "SUCCEEDED") return ok(answer)
  return isDenied(error) ? trouble("not-permitted", error?.message) : trouble("statement-failed", error?.message)
}

const isUnderWay = ({ status }: StatementAnswer) => status.state === "PENDING" || status.state === "RUNNING"

/** A statement that may not read its tables fails with these; the request itself is answered with 200. */
const isDenied = (error: StatementAnswer["status"]["error"]): boolean =>
  /INSUFFICIENT_PERMISSIONS|PERMISSION_DENIED|does not have .*(privilege|permission)|UNAUTHORIZED_ACCESS|TABLE_OR_VIEW_NOT_FOUND|SCHEMA_NOT_FOUND/i.test(
    `${error?.error_code ?? ""} ${error?.message ?? ""}`,
  )

async function collect(client: WorkspaceClient, answer: StatementAnswer): Promise<Fetched<ResultRow[]>> {
  const chunks: ResultChunk[] = answer.result ? [answer.result] : []
  const many = answer.manifest?.total_chunk_count ?? 1
  for (let next = chunks.at(-1)?.next_chunk_index; typeof next === "number"; ) {
    if (next < chunks.length || chunks.length >= many) return trouble("endless-pages")
    const chunk = await client.get(
      `/api/2.0/sql/statements/${encodeURIComponent(answer.statement_id)}/result/chunks/${next}`,
      ResultChunk,
    )
    if (!chunk.ok) return chunk.refusal === "not-there" ? trouble("statement-gone") : chunk
    chunks.push(chunk.value)
    next = chunk.value.next_chunk_index
  }
  const rows = rowsOf(answer, chunks)
  return rows.ok ? rows : trouble("incomplete", rows.refusal)
}

/** Best effort, on a signal of its own: the one of the run is over already. */
async function stop(client: WorkspaceClient, statementId: string): Promise<void> {
  const patient = client.with(AbortSignal.timeout(5_000))
  await patient.post(`/api/2.0/sql/statements/${encodeURIComponent(statementId)}/cancel`, {}, z.unknown())
}

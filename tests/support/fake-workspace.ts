import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

export type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] }
/** What the warehouse says to a statement: a table, or an error as the service words it. */
export type Warehouse = (
  sql: string,
  parameters: Readonly<Record<string, string>>,
) => Table | { readonly error_code: string; readonly message: string }

/** How a request goes wrong, once each time it is listed. */
export type Mishap =
  | { readonly at: RegExp; readonly does: "throttle"; readonly retryAfter?: string }
  | { readonly at: RegExp; readonly does: "fail" | "page" | "cut" | "forbid" | "expire" }
  | { readonly at: RegExp; readonly does: "say"; readonly status: number; readonly body: unknown }

type Row = Record<string, unknown>
const HOURS = 3_600_000

/**
 * A workspace on loopback with the endpoints that the product asks: identity, statements, and the lists of the REST API, in
 * pages. It knows one service principal and one personal token.
 */
export class FakeWorkspace {
  readonly clientId = "11111111-2222-3333-4444-555555555555"
  readonly secret = "dose-of-a-made-up-secret"
  readonly personalToken = "dapi-made-up"
  readonly warehouseId = "f00dfeed12345678"
  /** Every request that was made, as `METHOD path`. */
  readonly asked: string[] = []
  readonly mishaps: Mishap[] = []
  /** Lists of the REST API by the path that answers them. */
  readonly lists: Record<string, { readonly member: string; items: Row[] }> = structuredClone(lists)
  /** Single answers of the REST API by path with query. */
  readonly answers: Record<string, unknown> = {}
  /** How often a statement is asked about before it is done. */
  slowness = 1
  /** Rows of a result in one chunk. */
  chunkRows = 1_000
  /** Entries of a list in one page. */
  pageSize = 2
  /** The lifetime of tokens, as some services write it. */
  expiresIn: number | string = 3600
  warehouse: Warehouse = () => ({ columns: [], rows: [] })

  readonly #server = createServer((request, response) => void this.#answer(request, response))
  readonly #statements = new Map<string, { left: number; table: ReturnType<Warehouse>; state: string; at: number }>()
  #issued = 0
  #valid = new Set<string>()

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve))
    return this
  }
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }
  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
  /** Every token that was handed out is refused from now on. */
  revokeTokens(): void {
    this.#valid = new Set()
  }
  /** The states of all statements, as they were asked for. */
  get statements(): readonly string[] {
    return [...this.#statements.values()].map(({ state }) => state)
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.origin)
    const path = url.pathname.replace(/(?<=.)\/$/, "")
    this.asked.push(`${request.method} ${path}`)
    const body = await textOf(request)
    const at = this.mishaps.findIndex((each) => each.at.test(`${request.method} ${path}${url.search}`))
    const [mishap] = at < 0 ? [] : this.mishaps.splice(at, 1)
    if (mishap && this.#goWrong(mishap, response)) return
    if (path.startsWith("/oidc/")) return void this.#identify(path, request, body, response)
    if (!this.#isKnown(request))
      return void send(response, 401, { error_code: "UNAUTHENTICATED", message: "no such token" })
    if (path.startsWith("/api/2.0/sql/statements")) return void this.#statement(request, path, body, response)
    this.#list(path, url, response)
  }

  #goWrong(mishap: Mishap, response: ServerResponse): boolean {
    if (mishap.does === "throttle") {
      if (mishap.retryAfter) response.setHeader("Retry-After", mishap.retryAfter)
      send(response, 429, { error_code: "RESOURCE_EXHAUSTED", message: "Too many requests" })
    } else if (mishap.does === "forbid")
      send(response, 403, { error_code: "PERMISSION_DENIED", message: "not for you" })
    else if (mishap.does === "fail") send(response, 500, { message: "Internal error" })
    else if (mishap.does === "page") response.writeHead(404, { "content-type": "text/html" }).end("<html>no</html>")
    else if (mishap.does === "say") send(response, mishap.status, mishap.body)
    else if (mishap.does === "cut") {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" })
      response.write('{"half":', () => response.destroy())
    } else {
      this.#statements.clear()
      return false
    }
    return true
  }

  #identify(path: string, request: IncomingMessage, body: string, response: ServerResponse): void {
    if (path === "/oidc/.well-known/oauth-authorization-server")
      return void send(response, 200, {
        authorization_endpoint: `${this.origin}/oidc/v1/authorize`,
        token_endpoint: `${this.origin}/oidc/v1/token`,
      })
    const expected = `Basic ${Buffer.from(`${this.clientId}:${this.secret}`).toString("base64")}`
    const form = new URLSearchParams(body)
    if (request.headers.authorization !== expected || form.get("grant_type") !== "client_credentials")
      return void send(response, 401, { error: "invalid_client" })
    const token = `oauth-${++this.#issued}`
    this.#valid.add(token)
    send(response, 200, {
      ...{ access_token: token, token_type: "Bearer", scope: form.get("scope") },
      expires_in: this.expiresIn,
    })
  }

  #isKnown({ headers }: IncomingMessage): boolean {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? ""
    return token === this.personalToken || this.#valid.has(token)
  }

  #statement(request: IncomingMessage, path: string, body: string, response: ServerResponse): void {
    const [, id = "", what = "", , chunk = ""] = path.slice("/api/2.0/sql/statements".length).split("/")
    if (!id) return void this.#begin(JSON.parse(body), response)
    const known = this.#statements.get(id)
    if (!known || Date.now() - known.at > 12 * HOURS)
      return void send(response, 404, { error_code: "NOT_FOUND", message: "no such statement" })
    if (what === "cancel") {
      if (isUnderWay(known.state)) known.state = "CANCELED"
      return void send(response, 200, {})
    }
    if (what === "result" && "rows" in known.table)
      return void send(response, 200, this.#chunk(known.table, id, Number(chunk)))
    if (request.method === "GET") known.left -= 1
    send(response, 200, this.#standing(id))
  }

  #begin(asked: { statement: string; warehouse_id: string; parameters?: Row[] }, response: ServerResponse): void {
    if (asked.warehouse_id !== this.warehouseId)
      return void send(response, 404, { error_code: "NOT_FOUND", message: "no such warehouse" })
    const parameters = Object.fromEntries((asked.parameters ?? []).map(({ name, value }) => [name, String(value)]))
    const id = `01ef-${this.#statements.size + 1}`
    const table = this.warehouse(asked.statement, parameters)
    this.#statements.set(id, { table, left: this.slowness, state: "PENDING", at: Date.now() })
    send(response, 200, this.#standing(id))
  }

  #standing(id: string): Row {
    const known = this.#statements.get(id)
    if (!known) return {}
    const { table } = known
    if (isUnderWay(known.state))
      known.state =
        known.left > 0 ? (known.left > 1 ? "PENDING" : "RUNNING") : "error_code" in table ? "FAILED" : "SUCCEEDED"
    const { state } = known
    if (state === "FAILED" && "error_code" in table) return { statement_id: id, status: { state, error: table } }
    if (state !== "SUCCEEDED" || !("rows" in table)) return { statement_id: id, status: { state } }
    const chunks = Math.max(1, Math.ceil(table.rows.length / this.chunkRows))
    return {
      statement_id: id,
      status: { state },
      manifest: {
        format: "JSON_ARRAY",
        schema: {
          column_count: table.columns.length,
          columns: table.columns.map((name, position) => ({ name, position })),
        },
        ...{ total_chunk_count: chunks, total_row_count: table.rows.length, truncated: false },
      },
      result: this.#chunk(table, id, 0),
    }
  }

  #chunk({ rows }: Table, id: string, index: number): Row {
    if (rows.length === 0) return {}
    const from = index * this.chunkRows
    const isLast = from + this.chunkRows >= rows.length
    const next = {
      next_chunk_index: index + 1,
      next_chunk_internal_link: `/api/2.0/sql/statements/${id}/result/chunks/${index + 1}`,
    }
    return {
      ...{ chunk_index: index, row_offset: from, data_array: rows.slice(from, from + this.chunkRows) },
      ...(isLast ? {} : next),
    }
  }

  #list(path: string, url: URL, response: ServerResponse): void {
    const single = this.answers[`${path}${url.search}`] ?? this.answers[path]
    if (single !== undefined) return void send(response, 200, single)
    const list = this.lists[path]
    if (!list) return void send(response, 404, { error_code: "NOT_FOUND", message: `nothing at ${path}` })
    if (list.member === "Resources")
      return void send(response, 200, scimPage(list.items, url.searchParams, this.pageSize))
    const from = Number(url.searchParams.get("page_token") ?? 0)
    const next = from + this.pageSize
    const isMore = next < list.items.length
    send(response, 200, {
      [list.member]: list.items.slice(from, next),
      ...(isMore ? { next_page_token: String(next), has_more: true } : { has_more: false }),
    })
  }
}

function scimPage(items: readonly Row[], query: URLSearchParams, pageSize: number): Row {
  const from = Number(query.get("startIndex") ?? 1)
  const page = items.slice(from - 1, from - 1 + Math.min(pageSize, Number(query.get("count") ?? pageSize)))
  return { totalResults: items.length, startIndex: from, itemsPerPage: page.length, Resources: page }
}

const isUnderWay = (state: string): boolean => state === "PENDING" || state === "RUNNING"

const lists: FakeWorkspace["lists"] = {
  "/api/2.2/jobs/list": { member: "jobs", items: [] },
  "/api/2.1/clusters/list": { member: "clusters", items: [] },
  "/api/2.0/policies/clusters/list": { member: "policies", items: [] },
  "/api/2.0/policies/clusters/list-compliance": { member: "clusters", items: [] },
  "/api/2.0/sql/warehouses": { member: "warehouses", items: [] },
  "/api/2.0/lakeview/dashboards": { member: "dashboards", items: [] },
  "/api/2.1/unity-catalog/catalogs": { member: "catalogs", items: [] },
  "/api/2.1/unity-catalog/connections": { member: "connections", items: [] },
  "/api/2.1/unity-catalog/external-locations": { member: "external_locations", items: [] },
  "/api/2.1/unity-catalog/models": { member: "registered_models", items: [] },
  "/api/2.0/mlflow/registered-models/search": { member: "registered_models", items: [] },
  "/api/2.0/secrets/scopes/list": { member: "scopes", items: [] },
  "/api/2.0/token-management/tokens": { member: "token_infos", items: [] },
  "/api/2.0/preview/scim/v2/Users": { member: "Resources", items: [] },
  "/api/2.0/preview/scim/v2/Groups": { member: "Resources", items: [] },
  "/api/2.0/serving-endpoints": { member: "endpoints", items: [] },
  "/api/2.0/ip-access-lists": { member: "ip_access_lists", items: [] },
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
}

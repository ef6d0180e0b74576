import * as z from "zod"
import { ok } from "@/lib/base/kernel/result"
import { type Answer, guardedFetch, type OutboundFault } from "@/lib/base/outbound/server/guarded-fetch"
import { isTransient, nextWait } from "../retry-policy"
import type { TroubleCode } from "../trouble"
import { accountHosts, workspaceDomains } from "../workspace"
import { type Fetched, jsonOf, trouble } from "./fetched"
import type { TokenSource } from "./token-source"

export type ClientOptions = {
  readonly origin: string
  readonly tokens: TokenSource
  /** An origin on this computer that may be asked besides workspaces. */
  readonly local?: string | undefined
  readonly signal: AbortSignal
  readonly pause: (ms: number) => Promise<void>
  readonly luck: () => number
}

const faults: Partial<Record<OutboundFault, TroubleCode>> = {
  ...{ "timed-out": "timed-out", "too-large": "too-large", cancelled: "cancelled" },
  ...{ unreachable: "unreachable", "no-such-host": "unreachable" },
}
const MOST_PAGES = 2_000

/** Asks a workspace: with a token that is renewed in time, patient when it is throttled, and never without end. */
export class WorkspaceClient {
  constructor(readonly options: ClientOptions) {}

  /** The same workspace under another signal. */
  with = (signal: AbortSignal): WorkspaceClient => new WorkspaceClient({ ...this.options, signal })

  /** Asks for one answer in the shape that is read of it. */
  async get<Shape extends z.ZodType>(path: string, shape: Shape): Promise<Fetched<z.output<Shape>>> {
    return this.#read(await this.#ask("GET", path), shape)
  }

  async post<Shape extends z.ZodType>(path: string, body: object, shape: Shape): Promise<Fetched<z.output<Shape>>> {
    return this.#read(await this.#ask("POST", path, JSON.stringify(body)), shape)
  }

  /**
   * All entries of a list that is answered in pages, by `page_token`. An empty page may have a next one; the same page
   * twice ends it with a refusal.
   */
  async pages<Item extends z.ZodType>(path: string, member: string, item: Item): Promise<Fetched<z.output<Item>[]>> {
    const shape = z.object({ [member]: z.array(item).optional(), next_page_token: z.string().nullish() })
    const seen = new Set<string>()
    const found: z.output<Item>[] = []
    let token: string | null = null
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer: Fetched<z.output<typeof shape>> = await this.get(withQuery(path, { page_token: token }), shape)
      if (!answer.ok) return answer
      const items = z.array(item).safeParse(answer.value[member] ?? [])
      if (!items.success) return trouble("unreadable")
      found.push(...items.data)
      const next = z.string().nullish().parse(answer.value.next_page_token)
      if (!next) return ok(found)
      if (seen.has(next)) return trouble("endless-pages")
      seen.add(next)
      token = next
    }
    return trouble("endless-pages")
  }

  /** All resources of a SCIM list (RFC 7644), which counts from 1 by `startIndex`. */
  async resources<Item extends z.ZodType>(path: string, item: Item): Promise<Fetched<z.output<Item>[]>> {
    const shape = z.object({ totalResults: z.coerce.number(), Resources: z.array(item).optional() })
    const found: z.output<Item>[] = []
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await this.get(withQuery(path, { startIndex: String(found.length + 1), count: "100" }), shape)
      if (!answer.ok) return answer
      const items: z.output<Item>[] = answer.value.Resources ?? []
      found.push(...items)
      if (found.length >= answer.value.totalResults) return ok(found)
      if (items.length === 0) return trouble("incomplete")
    }
    return trouble("endless-pages")
  }

  async #ask(method: "GET" | "POST", path: string, body?: string): Promise<Fetched<Answer>> {
    let waited = 0
    let renewed = false
    for (let tries = 0; ; tries++) {
      const token = await this.options.tokens.token()
      if (!token.ok) return token
      const answer = await this.#send(method, path, token.value, body)
      if (!answer.ok) return answer
      const { status, text, headers } = answer.value
      if (status === 401 && !renewed) {
        renewed = this.options.tokens.forget()
        if (renewed) continue
      }
      if (status >= 200 && status < 300) return answer
      const said = messageOf(text)
      if (!isTransient(status, said)) return trouble(codeOf(status), said)
      const wait = nextWait(tries, waited, [headers["retry-after"]].flat()[0], this.options.luck())
      if (wait === null) return trouble("throttled", said)
      waited += wait
      await this.options.pause(wait)
      if (this.options.signal.aborted) return trouble("cancelled")
    }
  }

  async #send(method: "GET" | "POST", path: string, token: string, body?: string): Promise<Fetched<Answer>> {
    const { origin, local, signal } = this.options
    const kind = body === undefined ? {} : { "content-type": "application/json" }
    const answer = await guardedFetch({
      ...{ method, url: `${origin}${path}`, hosts: [...workspaceDomains, ...accountHosts], local, signal },
      headers: { authorization: `Bearer ${token}`, "user-agent": "Lakeward", ...kind },
      ...(body === undefined ? {} : { body }),
    })
    return answer.ok ? answer : trouble(faults[answer.refusal] ?? "not-allowed-out")
  }

  #read<Shape extends z.ZodType>(answer: Fetched<Answer>, shape: Shape): Fetched<z.output<Shape>> {
    if (!answer.ok) return answer
    const parsed = shape.safeParse(jsonOf(answer.value.text))
    return parsed.success ? ok(parsed.data) : trouble("unreadable")
  }
}

function codeOf(status: number): TroubleCode {
  if (status === 401) return "credentials-refused"
  if (status === 403) return "not-permitted"
  return status === 404 ? "not-there" : "refused-by-service"
}

/** Errors are `{error_code, message}`, sometimes only a message; from a wrong host they are a page. */
function messageOf(text: string): string {
  const read = z.object({ error_code: z.string().optional(), message: z.string().optional() }).safeParse(jsonOf(text))
  return read.success ? [read.data.error_code, read.data.message].filter(Boolean).join(": ") : ""
}

function withQuery(path: string, query: Readonly<Record<string, string | null>>): string {
  const more = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  if (more.length === 0) return path
  return `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams(more)}`
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { Duplex } from "node:stream"
import { judgeArrival } from "../guard"
import { capBody } from "./body-cap"
import { clientAddress, normalise, trustOf } from "./client-address"
import { forbidKeeping, isPage, rewriteRequestHeaders, setSecurityHeaders } from "./headers"
import { type DatabaseProbe, type Phase, readiness } from "./health"
import { openResponses } from "./open-responses"
import { rawAnswer, respond } from "./respond"

/** What stands behind the front: the product, once it is ready. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** The HTTP server that people reach. It listens from the first moment of a start, so that the port is taken once. */
export type Front = {
  readonly server: Server
  readonly open: (handler: Handler, probe: DatabaseProbe) => void
  /** Takes no new connections, finishes what has begun within 10 s, and closes. */
  readonly close: () => Promise<void>
}

const DRAIN_MS = 10_000
const HEADERS_MS = 10_000
const REQUEST_MS = 60_000
/** Longer than the minute of most proxies, so that they never write into a connection that is being closed. */
const KEEP_ALIVE_MS = 65_000

/** Creates the front for an origin; `listen` on its server opens it. */
export function createFront(origin: string, trustedProxies: readonly string[]): Front {
  const trusts = trustOf(trustedProxies)
  const responses = openResponses()
  const life: Life = { phase: "starting", handler: undefined, probe: undefined }
  const server = createServer((request, response) => {
    responses.add(response)
    const peer = normalise(request.socket.remoteAddress ?? "")
    const isProxied = trusts(peer)
    setSecurityHeaders(response, origin)
    const arrival = {
      method: request.method ?? "",
      target: request.url ?? "",
      host: (isProxied ? first(request.headers["x-forwarded-host"]) : undefined) ?? request.headers.host,
      scheme: isProxied ? first(request.headers["x-forwarded-proto"]) : undefined,
      contentLength: request.headers["content-length"],
    }
    if (isHealth(arrival.target)) return void answerHealth(arrival.target, response, life)
    const judged = judgeArrival(arrival, origin)
    if (!judged.ok) return respond(request, response, judged.refusal)
    const forwardedFor = [request.headers["x-forwarded-for"] ?? []].flat().join(",")
    rewriteRequestHeaders(request, origin, clientAddress(peer, forwardedFor, trusts))
    forbidKeeping(response, judged.value.path)
    capBody(request, response)
    void pass(request, response, judged.value.path, life)
  })
  setLimits(server)
  return {
    server,
    open: (handler, probe) => Object.assign(life, { phase: "serving", handler, probe }),
    close: async () => {
      life.phase = "draining"
      const closed = new Promise((resolve) => server.close(resolve))
      await responses.drain(DRAIN_MS)
      server.closeAllConnections()
      await closed
      await life.probe?.close()
    },
  }
}

type Life = { phase: Phase; handler: Handler | undefined; probe: DatabaseProbe | undefined }

const first = (value: string | string[] | undefined) => [value ?? []].flat()[0]?.split(",")[0]?.trim()

function setLimits(server: Server): void {
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = REQUEST_MS
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.on("clientError", refuseUnreadable)
  server.on("connect", (_request, socket) => void socket.end(rawAnswer(405, "Not a proxy.")))
}

const STARTING = "Lakeward is starting. This page reloads automatically."
const STOPPING = "Lakeward is shutting down."
const NO_DATABASE = "The database is unavailable. Saved data is safe. This page reloads automatically."

async function pass(request: IncomingMessage, response: ServerResponse, path: string, life: Life): Promise<void> {
  const refuseFor = (sentence: string, headers = {}) => respond(request, response, { status: 503, sentence, headers })
  const { phase, handler, probe } = life
  if (phase === "draining") return refuseFor(STOPPING, { Connection: "close" })
  if (!handler) return refuseFor(STARTING)
  // The API says so by itself; a page that fails half-way could no longer.
  if (isPage(path) && probe && !(await probe.answers())) return refuseFor(NO_DATABASE)
  try {
    await handler(request, response)
  } catch (error) {
    if (response.writableEnded || response.destroyed) return
    console.error(error)
    respond(request, response, { status: 500, sentence: "Lakeward couldn't respond. See its log." })
  }
}

const isHealth = (target: string) => /^\/api\/health\/(live|ready)(\?|$)/.test(target)

/** For machines that know no host name: asked by address, before and while the product works. */
async function answerHealth(target: string, response: ServerResponse, life: Life): Promise<void> {
  const state = target.startsWith("/api/health/live") ? { status: "live" } : await readiness(life.phase, life.probe)
  const isWell = state.status === "live" || state.status === "ready"
  response.writeHead(isWell ? 200 : 503, { "Content-Type": "application/json", "Cache-Control": "no-store" })
  response.end(JSON.stringify(state))
}

function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy()
  const [status, sentence] = UNREADABLE[error.code ?? ""] ?? [400, "The request is not valid."]
  socket.end(rawAnswer(status, sentence))
}

const UNREADABLE: Readonly<Record<string, readonly [number, string]>> = {
  HPE_INVALID_METHOD: [405, "Unknown method."],
  HPE_HEADER_OVERFLOW: [431, "The headers exceed 16 KiB."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request timed out."],
}

import type { IncomingMessage, ServerResponse } from "node:http"
import { promisify } from "node:util"
import { constants, gzip } from "node:zlib"
import { JsonText } from "@/lib/door/server/serve"
import type { Reply } from "./reply"
import { reply } from "./router"

const METHODS = new Set(["GET", "POST", "PATCH", "PUT", "DELETE"])
/** Smaller bodies fit into one packet anyhow. */
const WORTH_PACKING = 1_400
const pack = promisify(gzip)

/** Whether a request is one of the operations; event streams and everything else are the framework's. */
export const isOperation = ({ method = "", url = "" }: IncomingMessage): boolean =>
  url.startsWith("/api/v1/") && METHODS.has(method) && !/^\/api\/v1\/live(\/|\?|$)/.test(url)

/**
 * Answers an operation as app/api/v1/[...path]/route.ts does, without the framework's way there and back, which costs
 * more than most operations themselves (docs/decisions/0010).
 */
export async function answerOperation(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "", headers: given, url = "" } = request
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) if (value !== undefined) headers.set(name, String(value))
  const body = request.iterator({ destroyOnReturn: false })
  const answer = await reply({ method, url: new URL(`http://${given.host}${url}`), headers, body })
  await send(answer, response, /\bgzip\b/.test(headers.get("accept-encoding") ?? ""))
}

async function send({ status, headers, body }: Reply, response: ServerResponse, takesGzip: boolean): Promise<void> {
  if (body === null) return void response.writeHead(status, headers).end()
  const wire = body instanceof JsonText ? wireOf(body) : new Wire(body)
  const isPacked = takesGzip && wire.plain.length > WORTH_PACKING
  const bytes = isPacked ? await wire.packed() : wire.plain
  const packing = isPacked ? { "content-encoding": "gzip" } : {}
  response.writeHead(status, { ...headers, ...packing, vary: "accept-encoding", "content-length": bytes.length })
  response.end(bytes)
}

/** A body as bytes, plain and packed; packed at most once, as fast as it goes. */
class Wire {
  readonly plain: Buffer
  #packed: Promise<Buffer> | undefined
  constructor(body: string | Uint8Array) {
    this.plain = typeof body === "string" ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length)
  }
  packed(): Promise<Buffer> {
    this.#packed ??= pack(this.plain, { level: constants.Z_BEST_SPEED })
    return this.#packed
  }
}

/** What is kept to be answered again is turned into bytes once. */
const wires = new WeakMap<JsonText, Wire>()
function wireOf(body: JsonText): Wire {
  const wire = wires.get(body) ?? new Wire(body.text)
  wires.set(body, wire)
  return wire
}

import { lookup } from "node:dns/promises"
import { type IncomingMessage, request as plainRequest } from "node:http"
import { type RequestOptions, request as secureRequest } from "node:https"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { type BadDestination, isPublicAddress, judgeDestination } from "../destination"

export type Outgoing = {
  readonly method: "GET" | "POST"
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Hosts that may be asked; `.example.com` stands for every host below it. */
  readonly hosts: readonly string[]
  /** One origin on this computer that may be asked besides. */
  readonly local?: string | undefined
  readonly signal?: AbortSignal | undefined
}
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly text: string
}
export type OutboundFault =
  | BadDestination
  | "no-such-host"
  | "private-address"
  | "redirected"
  | "too-large"
  | "timed-out"
  | "cancelled"
  | "unreachable"

const TIMEOUT_MS = 10_000
const MAX_BYTES = 5 * 1024 * 1024

/**
 * The one way out. Only listed hosts, looked up once; every address found must be public, and the connection goes to
 * the address that was judged, so that a second answer of the name server changes nothing. No redirect is followed. At
 * most 10 s from the first to the last byte, and 5 MB.
 */
export async function guardedFetch(
  outgoing: Outgoing,
  { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, resolve = addressesOf } = {},
): Promise<Result<Answer, OutboundFault>> {
  const destination = judgeDestination(outgoing.url, outgoing.hosts, outgoing.local)
  if (!destination.ok) return destination
  const deadline = AbortSignal.timeout(timeoutMs)
  const signal = outgoing.signal ? AbortSignal.any([deadline, outgoing.signal]) : deadline
  const isLocal = destination.value.origin === outgoing.local
  const address = isLocal ? ok("127.0.0.1") : await judgedAddress(destination.value.hostname, resolve)
  if (!address.ok) return address
  try {
    const message = await send(destination.value, outgoing, address.value, signal)
    return await read(message, maxBytes)
  } catch {
    if (outgoing.signal?.aborted) return refuse("cancelled")
    return refuse(deadline.aborted ? "timed-out" : "unreachable")
  }
}

const addressesOf = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address)

async function judgedAddress(
  host: string,
  resolve: (host: string) => Promise<readonly string[]>,
): Promise<Result<string, "no-such-host" | "private-address">> {
  const found = await resolve(host).catch(() => [])
  const [first] = found
  if (first === undefined) return refuse("no-such-host")
  return found.every(isPublicAddress) ? ok(first) : refuse("private-address")
}

function send(url: URL, { method, headers, body }: Outgoing, address: string, signal: AbortSignal) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }
    const options: RequestOptions = {
      ...{ method, signal, agent: false, servername: url.hostname },
      ...{ host: address, port: url.port || (url.protocol === "https:" ? 443 : 80), path: url.pathname + url.search },
      headers: { accept: "application/json", ...headers, ...length, host: url.host },
    }
    const request = (url.protocol === "https:" ? secureRequest : plainRequest)(options)
    request.once("response", resolve)
    request.once("error", reject)
    request.end(body)
  })
}

async function read(message: IncomingMessage, maxBytes: number): Promise<Result<Answer, OutboundFault>> {
  const status = message.statusCode ?? 0
  if (status >= 300 && status < 400) {
    message.destroy()
    return refuse("redirected")
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += chunk.length
    if (size > maxBytes) {
      message.destroy()
      return refuse("too-large")
    }
    chunks.push(chunk)
  }
  if (!message.complete) return refuse("unreachable")
  return ok({ status, headers: message.headers, text: Buffer.concat(chunks).toString("utf8") })
}

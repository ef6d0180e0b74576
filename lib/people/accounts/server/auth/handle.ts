import NextAuth from "next-auth"
import type { RequestContext } from "@/lib/door/access/actor"
import { credentialOf } from "@/lib/door/access/server/credential"
import { appOrigin, isForeign, NETWORK_HEADER } from "@/lib/door/access/server/origin"
import { ownPath } from "../../callback"
import { signInRefusals } from "../../sign-in-refusals"
import { authCookies, cookiesOf } from "./cookies"
import { authOptions, Visit } from "./options"
import { PROVIDER } from "./provider"
import { Reply } from "./reply"

const MAX_FORM_BYTES = 16_384

/** Everything that is asked of sign-in, and nothing else of what the library would answer. */
const doors: ReadonlySet<string> = new Set([
  "GET csrf",
  "GET error",
  "GET signin",
  `GET callback/${PROVIDER}`,
  `POST signin/${PROVIDER}`,
  "POST callback/credentials",
  "POST signout",
])

/** Answers one request to /api/auth. */
export async function handleAuth(request: Request, at = new Date()): Promise<Response> {
  const url = new URL(request.url)
  const segments = url.pathname.split("/").slice(3)
  if (!doors.has(`${request.method} ${segments.join("/")}`)) return refusal(404, "not-found", "Page not found.")
  if (request.method === "POST" && isForeign(request, appOrigin()))
    return refusal(403, "foreign-origin", "Request from another site blocked.")
  const body = request.method === "POST" ? await readForm(request) : {}
  if (!body) return refusal(400, "bad-form", "The form is not valid.")
  const context: RequestContext = { at, network: request.headers.get(NETWORK_HEADER) ?? "unknown" }
  const held = credentialOf(request.headers, appOrigin())
  const caller = { context, userAgent: request.headers.get("user-agent") }
  const visit = new Visit(caller, held?.kind === "session" ? held.secret : null)
  const reply = await ask(visit, request, segments, body)
  if (!visit.refused || request.method === "GET") return reply.toResponse()
  const { code, seconds } = visit.refused
  const { status, sentence } = signInRefusals[code]
  const wait = typeof seconds === "number" ? { "retry-after": String(seconds) } : {}
  return refusal(status, code, sentence, wait)
}

async function ask(visit: Visit, request: Request, segments: readonly string[], body: Record<string, string>) {
  const origin = appOrigin()
  process.env.NEXTAUTH_URL = origin
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const cookies = cookiesOf(request.headers)
  const name = authCookies(origin).callbackUrl?.name ?? ""
  const own = (wanted: string) => `${origin}${ownPath(wanted, origin)}`
  for (const [bag, key] of [[query, "callbackUrl"] as const, [body, "callbackUrl"] as const, [cookies, name] as const])
    if (bag[key] !== undefined) bag[key] = own(bag[key])
  const reply = new Reply()
  const asked = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    query: { ...query, nextauth: segments },
    cookies,
    body,
  }
  await Reflect.apply(NextAuth, undefined, [asked, reply, authOptions(visit)])
  return reply
}

/** A small form, as JSON or as a browser sends it; every field is text. */
async function readForm(request: Request): Promise<Record<string, string> | null> {
  const type = /^application\/(json|x-www-form-urlencoded)\b/i.exec(request.headers.get("content-type") ?? "")?.[1]
  const text = await request.text()
  if (!type || text.length > MAX_FORM_BYTES) return null
  if (type.toLowerCase() !== "json") return Object.fromEntries(new URLSearchParams(text))
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== "object" || parsed === null) return null
    const fields = Object.entries(parsed).map(([field, value]: [string, unknown]) => [field, String(value)])
    return Object.fromEntries(fields)
  } catch {
    return null
  }
}

const refusal = (status: number, code: string, detail: string, headers: Record<string, string> = {}): Response =>
  Response.json(
    { type: "about:blank", title: code, status, code, detail },
    { status, headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers } },
  )

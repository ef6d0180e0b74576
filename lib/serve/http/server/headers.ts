import type { IncomingMessage, ServerResponse } from "node:http"
import { NETWORK_HEADER } from "@/lib/door/access/server/origin"
import { isApi } from "../answer"

const TWO_YEARS = 63_072_000
/** What only this server or the framework itself may say. Without `next-action` no server action is ever looked for. */
const INTERNAL =
  /^(x-lakeward-|x-forwarded-|x-middleware-|x-nextjs-|x-invoke-|x-matched-path$|next-action$|forwarded$|x-real-ip$|x-original-|x-rewrite-)/

/** Takes away what a client must not say, and says what is true instead. */
export function rewriteRequestHeaders(request: IncomingMessage, origin: string, address: string): void {
  const { protocol, host } = new URL(origin)
  for (const name of Object.keys(request.headers)) if (INTERNAL.test(name)) delete request.headers[name]
  Object.assign(request.headers, {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
    "x-forwarded-for": address,
    [NETWORK_HEADER]: address,
  })
}

/** Headers of every answer that need not know the page; the policy for content, which does, comes with the page. */
export function setSecurityHeaders(response: ServerResponse, origin: string): void {
  response.setHeader("X-Content-Type-Options", "nosniff")
  response.setHeader("X-Frame-Options", "DENY")
  response.setHeader("Referrer-Policy", "same-origin")
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin")
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin")
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
  if (origin.startsWith("https:")) response.setHeader("Strict-Transport-Security", `max-age=${TWO_YEARS}`)
}

/** Pages hold what only their reader may see, so nobody keeps them; the framework lets this stand. */
export function forbidKeeping(response: ServerResponse, path: string): void {
  if (isPage(path)) response.setHeader("Cache-Control", "private, no-store")
}

/** Whether an address is neither one of the API nor a file that is the same for everyone. */
export const isPage = (path: string): boolean => !isApi(path) && !ASSET.test(path)

const ASSET = /^\/_next\/static\/|\.(?:svg|ico|png|webmanifest|txt|woff2)$/

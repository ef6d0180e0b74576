import { type NextRequest, NextResponse } from "next/server"
import { contentSecurityPolicy, securityHeaders } from "@/lib/access/browser-policy"
import { appOrigin, PATH_HEADER } from "@/lib/access/server/origin"

/**
 * Gives every page its nonce and its headers. It is no check of anything: who may see a page is decided where the page
 * reads its data.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64")
  const policy = contentSecurityPolicy(nonce, { isDevelopment: process.env.NODE_ENV === "development" })
  const headers = new Headers(request.headers)
  headers.set("content-security-policy", policy)
  headers.set("x-nonce", nonce)
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  for (const [name, value] of Object.entries(securityHeaders(appOrigin()))) response.headers.set(name, value)
  return response
}

export const config = { matcher: ["/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)"] }

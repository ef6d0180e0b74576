import { type NextRequest, NextResponse } from "next/server"
import { contentSecurityPolicy } from "@/lib/door/access/browser-policy"
import { PATH_HEADER } from "@/lib/door/access/server/origin"

/**
 * Gives every page its nonce and its policy; the other headers are set by our own server for every answer. It is no
 * check of anything: who may see a page is decided where the page reads its data.
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
  return response
}

export const config = { matcher: ["/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)"] }

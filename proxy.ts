import { type NextRequest, NextResponse } from "next/server"
import { withIdsAsKept } from "@/lib/base/kernel/id"
import { contentSecurityPolicy } from "@/lib/door/access/browser-policy"
import { PATH_HEADER } from "@/lib/door/access/server/origin"

/**
 * Sends addresses of a programme with ids in capitals to the one spelling that there is. Gives every page its nonce and
 * its policy; the other headers are set by our own server for every answer. It is no check of anything: who may see a
 * page is decided where the page reads its data.
 */
export function proxy(request: NextRequest) {
  const asked = request.nextUrl.pathname + request.nextUrl.search
  const kept = withIdsAsKept(asked)
  if (kept !== asked && asked.startsWith("/programmes/"))
    return new NextResponse(null, { status: 308, headers: { location: kept } })
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64")
  const policy = contentSecurityPolicy(nonce, { isDevelopment: process.env.NODE_ENV === "development" })
  const headers = new Headers(request.headers)
  headers.set("content-security-policy", policy)
  headers.set("x-nonce", nonce)
  headers.set(PATH_HEADER, asked)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  return response
}

export const config = { matcher: ["/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)"] }

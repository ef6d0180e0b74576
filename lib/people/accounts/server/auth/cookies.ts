import type { CookiesOptions } from "next-auth"
import { sessionCookie } from "@/lib/door/access/server/credential"

/** Sign-in with a provider takes a quarter of an hour at most, in seconds. */
const ROUND_TRIP = 900

/** The cookies of sign-in: out of reach of scripts, same-site, and on https bound to this host. */
export function authCookies(origin: string): Partial<CookiesOptions> {
  const secure = origin.startsWith("https:")
  const named = (name: string) => (secure ? `__Host-lakeward.${name}` : `lakeward.${name}`)
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const
  const brief = { ...options, maxAge: ROUND_TRIP }
  return {
    sessionToken: { name: sessionCookie(origin), options },
    callbackUrl: { name: named("callback"), options },
    csrfToken: { name: named("csrf"), options },
    pkceCodeVerifier: { name: named("pkce"), options: brief },
    state: { name: named("state"), options: brief },
    nonce: { name: named("nonce"), options: brief },
  }
}

/** The cookies of a request by name; what cannot be decoded is left out. */
export function cookiesOf(headers: Headers): Record<string, string> {
  const pairs = (headers.get("cookie") ?? "").split(";").flatMap((part) => {
    const at = part.indexOf("=")
    const value = at > 0 ? decoded(part.slice(at + 1).trim()) : null
    return value === null ? [] : [[part.slice(0, at).trim(), value] as const]
  })
  return Object.fromEntries(pairs)
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

import type { Credential } from "./identify"

/** The session cookie. On https it is bound to the host and never sent in the clear. */
export const sessionCookie = (origin: string): string =>
  origin.startsWith("https:") ? "__Host-lakeward.session" : "lakeward.session"

export const TOKEN_PREFIX = "lakeward_"

/** What a request shows: a personal token wins over a cookie; anything malformed is nothing. */
export function credentialOf(headers: Headers, origin: string): Credential | null {
  const bearer = /^Bearer (\S{20,200})$/.exec(headers.get("authorization") ?? "")?.[1]
  if (bearer) return { kind: "token", secret: bearer }
  if (headers.has("authorization")) return null
  const secret = cookieOf(headers.get("cookie") ?? "", sessionCookie(origin))
  return secret && /^[\w-]{20,200}$/.test(secret) ? { kind: "session", secret } : null
}

function cookieOf(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=")
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

import * as z from "zod"
import { ok, type Result } from "@/lib/base/kernel/result"
import { guardedFetch } from "@/lib/base/outbound/server/guarded-fetch"
import type { TroubleCode } from "../trouble"
import { accountHosts, workspaceDomains } from "../workspace"
import { jsonOf, trouble } from "./fetched"

/** Where the bearer of a request comes from. */
export type TokenSource = {
  readonly token: () => Promise<Result<string, TroubleCode>>
  /** Drops a token that was refused; answers whether another can be had. */
  readonly forget: () => boolean
}

/** A token that somebody made by hand. */
export const fixedToken = (token: string): TokenSource => ({ token: async () => ok(token), forget: () => false })

type Client = {
  readonly origin: string
  readonly clientId: string
  readonly secret: string
  readonly local?: string | undefined
  readonly signal: AbortSignal
  readonly now: () => number
}
const Discovery = z.object({ token_endpoint: z.url() })
/** Some services say the lifetime as a string. */
const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().default(3600) })
/** Renewed so long before it ends. */
const AHEAD_MS = 120_000

/** OAuth machine to machine: client credentials (RFC 6749, 4.4), the endpoint discovered (RFC 8414) on the same host only. */
export function clientCredentials(client: Client): TokenSource {
  let known: { readonly token: string; readonly until: number } | null = null
  return {
    token: async () => {
      if (known && client.now() < known.until) return ok(known.token)
      const granted = await grant(client)
      if (!granted.ok) return granted
      known = {
        token: granted.value.access_token,
        until: client.now() + Math.max(0, granted.value.expires_in * 1000 - AHEAD_MS),
      }
      return ok(known.token)
    },
    forget: () => {
      const had = known !== null
      known = null
      return had
    },
  }
}

async function grant(client: Client): Promise<Result<z.output<typeof Granted>, TroubleCode>> {
  const { origin, clientId, secret, local, signal } = client
  const way = { hosts: [...workspaceDomains, ...accountHosts], local, signal }
  const found = await guardedFetch({
    ...{ method: "GET", url: `${origin}/oidc/.well-known/oauth-authorization-server` },
    ...way,
  })
  if (!found.ok) return trouble(found.refusal === "cancelled" ? "cancelled" : "unreachable")
  const discovered = Discovery.safeParse(jsonOf(found.value.text))
  if (!discovered.success || new URL(discovered.data.token_endpoint).origin !== origin) return trouble("unreadable")
  const answer = await guardedFetch({
    ...{ method: "POST", url: discovered.data.token_endpoint },
    ...way,
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials&scope=all-apis",
  })
  if (!answer.ok) return trouble(answer.refusal === "cancelled" ? "cancelled" : "unreachable")
  if (answer.value.status >= 400 && answer.value.status < 500) return trouble("credentials-refused")
  const granted = Granted.safeParse(jsonOf(answer.value.text))
  return granted.success ? ok(granted.data) : trouble("unreadable")
}

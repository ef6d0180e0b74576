import type { OAuthConfig } from "next-auth/providers/oauth"
import * as z from "zod"
import { SettingsProblem } from "@/lib/base/settings/server/settings"
import type { Settings } from "@/lib/base/settings/settings"
import { Claims } from "../../identity"

export const PROVIDER = "oidc"
const DISCOVERY_MS = 10_000
const FRESH_SECONDS = 900

type Oidc = NonNullable<Settings["oidc"]>
const discoveryOf = (issuer: string): string => `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`

/** Any OpenID Connect provider, with PKCE, state and nonce; the address comes from the ID token or from userinfo. */
export function oidcProvider({ issuer, clientId, clientSecret }: Oidc): OAuthConfig<Claims> {
  return {
    id: PROVIDER,
    name: new URL(issuer).host,
    type: "oauth",
    wellKnown: discoveryOf(issuer),
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    // Whoever was let in longer ago than a signature may lie back is asked again, and the ID token says when that was.
    authorization: { params: { scope: "openid email profile", max_age: FRESH_SECONDS } },
    httpOptions: { timeout: DISCOVERY_MS },
    userinfo: {
      async request({ client, tokens }) {
        const claims = "claims" in tokens && typeof tokens.claims === "function" ? tokens.claims() : {}
        if (claims.auth_time === undefined && saysWhenItAsked(client.issuer.metadata))
          throw new Error("the provider can say when it asked who it is (auth_time), and did not")
        if (claims.email || !tokens.access_token) return claims
        const told = await client.userinfo(tokens.access_token)
        if (told.sub !== claims.sub) throw new Error("userinfo is about someone else than the ID token")
        return { ...told, ...claims }
      },
    },
    profile: (claims) => ({ id: Claims.parse(claims).sub }),
  }
}

const Advertised = z.object({ claims_supported: z.array(z.string()).catch([]) })

/**
 * The question when they were last asked passes through their browser, where it can be taken out of the address. A provider that
 * can answer it and does not was not asked it, so that the sign-in would count as new when it is not (OpenID Connect
 * Core 1.0, section 3.1.3.7, point 13).
 */
const saysWhenItAsked = (metadata: unknown): boolean =>
  Advertised.parse(metadata).claims_supported.includes("auth_time")

const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
})

/**
 * Asks the provider for its configuration before the product starts.
 * @throws SettingsProblem when it does not answer, or answers for another issuer
 */
export async function checkProvider(oidc: Settings["oidc"]): Promise<void> {
  if (!oidc) return
  const address = discoveryOf(oidc.issuer)
  const told = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(DISCOVERY_MS) })
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null)
  const discovery = Discovery.safeParse(told)
  if (!discovery.success)
    throw new SettingsProblem(`OIDC_ISSUER: ${address} does not answer with the configuration of a provider.`)
  if (discovery.data.issuer.replace(/\/$/, "") !== oidc.issuer.replace(/\/$/, ""))
    throw new SettingsProblem(`OIDC_ISSUER: the provider calls itself ${discovery.data.issuer}; write exactly that.`)
}

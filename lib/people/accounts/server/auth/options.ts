import type { AuthOptions, Profile, User } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { faultOf } from "@/lib/base/db/faults"
import type { Refused } from "@/lib/base/kernel/result"
import { settings } from "@/lib/base/settings/server/settings"
import { appOrigin } from "@/lib/door/access/server/origin"
import { SESSION_MS } from "../../browser-session"
import { ownPath } from "../../callback"
import { Claims } from "../../identity"
import { type SignInRefusal, signInRefusalOf } from "../../sign-in-refusals"
import { signOut } from "../commands/sessions"
import { type Caller, type Entrance, signInWithPassword } from "../commands/sign-in"
import { signInByProvider } from "../commands/sign-in-by-provider"
import { authCookies } from "./cookies"
import { oidcProvider, PROVIDER } from "./provider"

declare module "next-auth" {
  interface User {
    /** The secret of the session that was just started. */
    secret?: string
  }
}

type Entering = () => Promise<{ ok: true; value: Entrance } | Refused<string>>

/** One request to sign in or out, and why it was refused, if it was. */
export class Visit {
  refused: { readonly code: SignInRefusal; readonly seconds?: unknown } | null = null
  /** `held` is the secret of the session that the browser holds until now. */
  constructor(
    readonly caller: Caller,
    private readonly held: string | null,
  ) {}

  /**
   * Lets somebody in, or keeps the reason; an outage is a reason too. The session that the browser held ends: nobody
   * holds its secret any more, and it may be another person's.
   */
  async enter(entering: Entering): Promise<Entrance | null> {
    try {
      const entered = await entering()
      if (entered.ok) {
        if (this.held) await signOut(this.held, this.caller.context)
        return entered.value
      }
      this.refused = { code: signInRefusalOf(entered.refusal), seconds: entered.detail?.seconds }
    } catch (error) {
      if (faultOf(error).kind !== "unavailable") console.error("unexpected error at sign-in:", error)
      this.refused = { code: "unavailable" }
    }
    return null
  }
}

/**
 * next-auth for one request. Its token is nothing but the secret of a session row: the row is made here, and decides at
 * every request whether the secret still means anything.
 */
export function authOptions(visit: Visit): AuthOptions {
  const { authSecret, oidc } = settings()
  const origin = appOrigin()
  const password = Credentials({
    id: "credentials",
    credentials: { email: {}, password: {} },
    authorize: async (shown) => {
      const { email = "", password = "" } = shown ?? {}
      const entrance = await visit.enter(() => signInWithPassword(visit.caller, { email, password }))
      return entrance && { id: entrance.userId, secret: entrance.secret }
    },
  })
  return {
    secret: authSecret,
    useSecureCookies: origin.startsWith("https:"),
    cookies: authCookies(origin),
    session: { strategy: "jwt", maxAge: SESSION_MS / 1_000 },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: oidc ? [password, oidcProvider(oidc)] : [password],
    jwt: {
      encode: async ({ token }) => (typeof token?.secret === "string" ? token.secret : ""),
      decode: async ({ token }) => (token ? { secret: token } : null),
    },
    callbacks: {
      redirect: ({ url }) => `${origin}${ownPath(url, origin)}`,
      jwt: ({ token, user }) => (user ? { secret: user.secret } : token),
      signIn: async ({ user, account, profile }) =>
        account?.provider !== PROVIDER || !oidc || enterByProvider(visit, oidc.issuer, user, profile),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.secret === "string") await signOut(token.secret, visit.caller.context)
      },
    },
    logger: {
      error: (code, told) => console.error(`sign-in: ${code}: ${oneLine(told instanceof Error ? told : told.error)}`),
      warn: () => {},
      debug: () => {},
    },
  }
}

/** What went wrong at the provider, for the log: one short line, whatever somebody wrote into the address. */
const oneLine = ({ message }: Error): string => message.replace(/[^\x20-\x7e]+/g, " ").slice(0, 200)

async function enterByProvider(
  visit: Visit,
  issuer: string,
  user: User,
  profile: Profile | undefined,
): Promise<true | string> {
  const entrance = await visit.enter(() => signInByProvider(visit.caller, issuer, Claims.parse(profile)))
  if (!entrance) return `${appOrigin()}/sign-in?error=${visit.refused?.code ?? "provider-failed"}`
  user.secret = entrance.secret
  return true
}

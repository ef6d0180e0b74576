import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Provider } from "oidc-provider"

export type Account = { readonly email: string; readonly email_verified: boolean; readonly name: string }

/** An OpenID Connect provider on loopback; whoever signs in there names themselves by the key of their account. */
export async function startProvider(accounts: Readonly<Record<string, Account>>, redirectUri: string) {
  const server = createServer((request, response) => provider.callback()(request, response))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: "lakeward", client_secret: "a secret between two", redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["only for tests"] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
  })
  return {
    issuer,
    /** Makes a browser's sign-in at the provider older; `cookie` is what the browser holds as `_session`. */
    age: async (cookie: string, minutes: number) => {
      const session = await provider.Session.find(cookie)
      if (session?.loginTs === undefined) throw new Error("nobody is signed in at the provider with this cookie")
      session.loginTs -= minutes * 60
      await session.persist()
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

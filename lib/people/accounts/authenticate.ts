type Entered = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly detail: string }

const failed = { ok: false, detail: "Can't reach the server. Your changes are kept; try again." } as const

/** Signs in with an e-mail address and a password; answers where to go, an address of our own. */
export const signIn = (shown: { email: string; password: string; callbackUrl: string }): Promise<Entered> =>
  post("callback/credentials", shown)

/** Starts the sign-in at the provider; answers the provider's address. */
export const signInWithProvider = (callbackUrl: string): Promise<Entered> => post("signin/oidc", { callbackUrl })

/** Ends this browser's session. */
export const signOut = (): Promise<Entered> => post("signout", { callbackUrl: "/" })

/** Every outcome is a value. The token against forged requests is fetched anew each time. */
async function post(door: string, fields: Readonly<Record<string, string>>): Promise<Entered> {
  try {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json()
    const response = await fetch(`/api/auth/${door}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...fields, csrfToken, json: "true" }),
    })
    const answer = await response.json()
    if (!response.ok) return typeof answer.detail === "string" ? { ok: false, detail: answer.detail } : failed
    if (new URL(answer.url, location.href).searchParams.has("csrf")) return failed
    return { ok: true, url: answer.url }
  } catch {
    return failed
  }
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { closeDatabase, database } from "@/lib/base/db/client"
import { closeLive } from "@/lib/door/server/live"
import { checkProvider } from "@/lib/people/accounts/server/auth/provider"
import { Browser, type Page } from "../support/browser"
import { createDatabase, type TestDatabase } from "../support/database"
import { startProvider } from "../support/identity-provider"
import { ask, makeUser, nobody, type Someone } from "../support/world"

const origin = "http://127.0.0.1:3000"
const password = "four brown otters swim"
const accounts = {
  invited: { email: "Invited@northbridge.test", email_verified: true, name: "Invited Person" },
  uninvited: { email: "uninvited@northbridge.test", email_verified: true, name: "Uninvited Person" },
  unverified: { email: "invited@northbridge.test", email_verified: false, name: "Somebody Else" },
}
let fresh: TestDatabase
let provider: Awaited<ReturnType<typeof startProvider>>
let admin: Someone
let browser: Browser

beforeAll(async () => {
  fresh = await createDatabase()
  provider = await startProvider(accounts, `${origin}/api/auth/callback/oidc`)
  Object.assign(process.env, {
    ...{ DATABASE_URL: fresh.url, APP_ORIGIN: origin, AUTH_SECRET: "a secret that is long enough for a test" },
    ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: "lakeward", OIDC_CLIENT_SECRET: "a secret between two" },
  })
  admin = await makeUser("admin", { admin: true })
  for (const name of ["invited", "typing"])
    await ask(admin, "POST", "/invitations", { email: `${name}@northbridge.test`, name })
})
afterAll(async () => {
  await provider.stop()
  await closeLive()
  await closeDatabase()
  await fresh.drop()
})
beforeEach(() => {
  browser = new Browser(origin)
})

const whoIs = (each: Browser) =>
  ask({ ...nobody, headers: { cookie: `lakeward.session=${each.cookie("lakeward.session") ?? ""}` } }, "GET", "/me")

/** From our button to the provider's last redirect, which is not followed when `stopAt` matches it. */
async function signInAtProvider(login: string, callbackUrl = "/programmes"): Promise<Page> {
  const started = await browser.knock("signin/oidc", { callbackUrl })
  const form = await browser.get(JSON.parse(started.text).url)
  const consent = await browser.post(form.url, { prompt: "login", login, password: "any" })
  return browser.post(consent.url, { prompt: "consent" })
}

describe("with an OpenID Connect provider", () => {
  test("are asked again by it when their last time lies back, and the session keeps when that was", async () => {
    const started = await browser.knock("signin/oidc", { callbackUrl: "/programmes" })
    expect(new URL(JSON.parse(started.text).url).searchParams.get("max_age")).toBe("900")
    await signInAtProvider("invited")
    const session = await database().prisma.session.findFirstOrThrow({ orderBy: { createdAt: "desc" } })
    expect(session.authenticatedAt.getMilliseconds()).toBe(0)
    expect(session.authenticatedAt.getTime()).toBeLessThanOrEqual(session.createdAt.getTime())
  })
  test("the invited come in by their verified address, and go on where they were", async () => {
    const page = await signInAtProvider("invited", "/programmes/new")
    expect(page.url).toBe(`${origin}/programmes/new`)
    expect((await whoIs(browser)).body).toMatchObject({ email: "invited@northbridge.test", hasPassword: false })
    browser = new Browser(origin)
    await signInAtProvider("invited")
    expect(await database().prisma.user.count({ where: { email: "invited@northbridge.test" } })).toBe(1)
  })

  test("the uninvited do not", async () => {
    expect((await signInAtProvider("uninvited")).url).toBe(`${origin}/sign-in?error=not-invited`)
    expect(browser.cookie("lakeward.session")).toBeUndefined()
    expect(await database().prisma.user.count({ where: { email: "uninvited@northbridge.test" } })).toBe(0)
  })

  test("nor does somebody who only says that an address is theirs", async () => {
    expect((await signInAtProvider("unverified")).url).toBe(`${origin}/sign-in?error=email-not-verified`)
    expect(browser.cookie("lakeward.session")).toBeUndefined()
  })

  test("nor a disabled user", async () => {
    const where = { email: "invited@northbridge.test" }
    await database().prisma.user.updateMany({ where, data: { disabledAt: new Date() } })
    expect((await signInAtProvider("invited")).url).toBe(`${origin}/sign-in?error=not-invited`)
    await database().prisma.user.updateMany({ where, data: { disabledAt: null } })
  })

  test("a wrong state, a missing one, and a code without its verifier are refused", async () => {
    const callback = `${origin}/api/auth/callback/oidc?code=stolen`
    await browser.knock("signin/oidc", { callbackUrl: "/" })
    for (const address of [`${callback}&state=wrong`, callback])
      expect((await browser.get(address)).url).toContain("/sign-in?")
    expect((await new Browser(origin).get(`${callback}&state=wrong`)).url).toContain("error=OAuthCallback")
    expect(browser.cookie("lakeward.session")).toBeUndefined()
  })

  test("a provider that does not answer, or is another one, stops the start", async () => {
    const oidc = { issuer: provider.issuer, clientId: "lakeward", clientSecret: "x" }
    await expect(checkProvider(oidc)).resolves.toBeUndefined()
    await expect(checkProvider({ ...oidc, issuer: "http://127.0.0.1:9" })).rejects.toThrow(/OIDC_ISSUER.*\.$/)
    const other = provider.issuer.replace("127.0.0.1", "localhost")
    await expect(checkProvider({ ...oidc, issuer: other })).rejects.toThrow(/OIDC_ISSUER.*calls itself/)
  })
})

describe("with a password", () => {
  beforeAll(async () => {
    const email = "typing@northbridge.test"
    const link = await ask(admin, "POST", "/invitations", { email, name: "Typing" })
    const secret = link.body.path.split("/").at(-1)
    await ask(nobody, "POST", "/accepted-invitations", { secret, name: "Typing", password })
  })
  const enter = (fields: Readonly<Record<string, string>> = {}, headers = {}) =>
    browser.knock(
      "callback/credentials",
      { email: "Typing@northbridge.test ", password, callbackUrl: "/account", ...fields },
      headers,
    )

  test("one comes in, holding a secret that only the row gives a meaning", async () => {
    const page = await enter()
    expect(JSON.parse(page.text)).toEqual({ url: `${origin}/account` })
    const cookie = page.headers.getSetCookie().find((line) => line.startsWith("lakeward.session="))
    expect(cookie).toMatch(/^lakeward\.session=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
    expect((await whoIs(browser)).status).toBe(200)
    const rows = await database().prisma.$queryRaw`SELECT s::text FROM session s`
    expect(JSON.stringify(rows)).not.toContain(browser.cookie("lakeward.session"))
  })

  test("signing out ends the session in the row, not only the cookie", async () => {
    await enter()
    const secret = browser.cookie("lakeward.session") ?? ""
    expect((await whoIs(browser)).status).toBe(200)
    await browser.knock("signout", { callbackUrl: "/" })
    expect(browser.cookie("lakeward.session")).toBeUndefined()
    browser.setCookie("lakeward.session", secret)
    expect((await whoIs(browser)).status).toBe(401)
  })

  test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
    "one is never sent elsewhere: %s",
    async (callbackUrl) => {
      expect(JSON.parse((await enter({ callbackUrl })).text).url).toBe(`${origin}/programmes`)
      browser.setCookie("lakeward.callback", encodeURIComponent(callbackUrl))
      expect((await browser.get(`${origin}/api/auth/error?error=AccessDenied`)).url.startsWith(origin)).toBe(true)
    },
  )

  test("a wrong password is refused in words, and too many with a time to wait", async () => {
    const answers: number[] = []
    for (let i = 0; i < 7; i += 1) {
      const page = await enter({ password: "wrong" }, { "x-lakeward-client-address": "203.0.113.77" })
      answers.push(page.status)
      if (page.status === 429) expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(0)
    }
    expect(answers[0]).toBe(401)
    expect(answers.at(-1)).toBe(429)
    expect((await enter({}, { "x-lakeward-client-address": "203.0.113.78" })).status).toBe(200)
  })

  test("a forged, foreign or broken request does nothing", async () => {
    const door = `${origin}/api/auth/callback/credentials`
    const form = { email: "typing@northbridge.test", password, json: "true" }
    const forged = await browser.post(door, form)
    expect(JSON.parse(forged.text).url).toContain("csrf=true")
    expect((await browser.post(door, form, { origin: "https://evil.example" })).status).toBe(403)
    expect((await browser.post(door, form, { "content-type": "application/json" })).status).toBe(400)
    expect((await browser.post(door, form, { "content-type": "multipart/form-data" })).status).toBe(400)
    expect((await browser.post(door, { ...form, email: "x".repeat(20_000) })).status).toBe(400)
    expect((await enter({ email: "a\u0000b", password: "\ud800" })).status).toBe(401)
    for (const path of ["session", "providers", "_log", "verify-request", "callback/other", "signin/credentials"])
      expect((await browser.get(`${origin}/api/auth/${path}`)).status).toBe(404)
    expect(browser.cookie("lakeward.session")).toBeUndefined()
  })
})

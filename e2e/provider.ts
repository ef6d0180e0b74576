import type { BrowserContext, Page } from "@playwright/test"
import { Client } from "pg"
import type { ProgrammeRole } from "@/lib/door/access/policy"
import { type Account, startProvider } from "@/tests/support/identity-provider"
import { findFreePort, RunningApp } from "@/tests/support/running-app"
import { admin, test as base, expect } from "./fixtures"

/** Somebody the provider knows, by the word with which they sign in there. */
type Known = { readonly login: string; readonly account: Account }
/** A member who came in by the provider, with their browser. */
export type Visitor = { readonly login: string; readonly page: Page; readonly personId: string }
type Provider = Awaited<ReturnType<typeof startProvider>> & { readonly know: (login: string, name: string) => Known }
type Worker = { address: string; provider: Provider; running: RunningApp }
type Each = {
  /** Invites somebody, who comes in by the provider for the first time. */
  visit: (name: string, role: ProgrammeRole) => Promise<Visitor>
  /** Makes a browser's sign-in so many minutes older, in the product and at the provider. */
  age: (page: Page, minutes: { readonly here: number; readonly there: number }) => Promise<void>
}

/** Journeys on a product that lets people in by an OpenID Connect provider, both on loopback. */
export const test = base.extend<Each, Worker>({
  address: [async ({ browserName: _ }, use) => use(`http://127.0.0.1:${await findFreePort()}`), { scope: "worker" }],
  provider: [
    async ({ address }, use) => {
      const accounts: Record<string, Account> = {}
      const know = (login: string, name: string): Known => {
        const account = { name, email: `${login}@northbridge.test`, email_verified: true }
        accounts[login] = account
        return { login, account }
      }
      const provider = await startProvider(accounts, `${address}/api/auth/callback/oidc`)
      await use({ ...provider, know })
      await provider.stop()
    },
    { scope: "worker" },
  ],
  running: [
    async ({ address, provider }, use) => {
      const running = new RunningApp({
        ...{ HOST: "127.0.0.1", LAKEWARD_ADMIN_EMAIL: admin.email, LAKEWARD_ADMIN_PASSWORD: admin.password },
        ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: "lakeward", OIDC_CLIENT_SECRET: "a secret between two" },
      })
      running.origin = address
      try {
        await running.start()
        await use(running)
      } finally {
        await running.remove()
      }
    },
    { scope: "worker", timeout: 240_000 },
  ],
  app: [
    async ({ running }, use) => {
      await use({ origin: running.origin, log: () => running.said, stop: async () => undefined })
    },
    { scope: "worker" },
  ],
  visit: async ({ browser, contextOptions, programme, address, provider }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (name, role) => {
      const slug = name.toLowerCase().replaceAll(" ", ".")
      const { login, account } = provider.know(`${slug}.${programme.id.slice(-6)}`, name)
      await programme.api("POST", `/programmes/${programme.id}/invitations`, { email: account.email, name, role })
      const context = await browser.newContext({ ...contextOptions, baseURL: address })
      contexts.push(context)
      await context.route(/fonts\.googleapis\.com/, (route) => route.abort()) // the provider's own pages ask for it
      const page = await context.newPage()
      await page.goto(`/programmes/${programme.id}/assurance`)
      await page.getByRole("button", { name: /^Continue with 127\.0\.0\.1/ }).click()
      await answerAs(page, login)
      await agree(page)
      await expect(page).toHaveURL(`${address}/programmes/${programme.id}/assurance`)
      const { items } = await programme.api("GET", `/programmes/${programme.id}/people`)
      const { id } = items.find((each: { email: string | null }) => each.email === account.email)
      return { login, page, personId: id }
    })
    for (const context of contexts) await context.close()
  },
  age: async ({ running, provider }, use) => {
    await use(async (page, { here, there }) => {
      const { items } = await (await page.request.get("/api/v1/me/sessions")).json()
      const { id } = items.find(({ current }: { current: boolean }) => current)
      await makeSessionOlder(running.databaseUrl, id, here)
      const cookies = await page.context().cookies(provider.issuer)
      await provider.age(cookies.find(({ name }) => name === "_session")?.value ?? "", there)
    })
  },
})

/** Signs in on the provider's page, which asks. */
export async function answerAs(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(login)
  await page.getByPlaceholder("and password").fill("any")
  await page.getByRole("button", { name: "Sign-in" }).click()
}

/** Lets the provider tell the product who it is, which it asks each person once in a browser. */
export const agree = (page: Page): Promise<void> => page.getByRole("button", { name: "Continue" }).click()

async function makeSessionOlder(url: string, id: string, minutes: number): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const older = "UPDATE session SET authenticated_at = authenticated_at - make_interval(mins => $2) WHERE id = $1"
    expect((await client.query(older, [id, minutes])).rowCount).toBe(1)
  } finally {
    await client.end()
  }
}

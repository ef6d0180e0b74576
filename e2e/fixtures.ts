import AxeBuilder from "@axe-core/playwright"
import { type APIRequestContext, test as base, expect, type Page } from "@playwright/test"
import type { ProgrammeRole } from "@/lib/door/access/policy"
import { FakeWorkspace } from "@/tests/support/fake-workspace"
import { type App, admin, startApp } from "./app"

export type Person = { readonly name: string; readonly email: string; readonly password: string }
export type Programme = {
  readonly id: string
  readonly name: string
  /** Adds a member with an account and returns it. */
  readonly invite: (name: string, role: ProgrammeRole) => Promise<Person>
  /** Asks the API as the lead. */
  readonly api: Api
}
export type Api = (method: string, path: string, body?: unknown) => Promise<any>

type Worker = { app: App; workspace: FakeWorkspace }
type Each = { programme: Programme; enter: (who: Person) => Promise<Page> }

const password = "many words make long locks"

/** Signs in as the form does and gives a caller of the API with that session. */
async function signedIn(request: APIRequestContext, origin: string, who: Person): Promise<Api> {
  const { csrfToken } = await (await request.get(`${origin}/api/auth/csrf`)).json()
  const form = { csrfToken, email: who.email, password: who.password, callbackUrl: "/programmes", json: "true" }
  const entered = await request.post(`${origin}/api/auth/callback/credentials`, { form, headers: { origin } })
  expect(entered.ok(), await entered.text()).toBe(true)
  return async (method, path, body) => {
    const reply = await request.fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { origin, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    })
    expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true)
    return reply.json()
  }
}

export const test = base.extend<Each, Worker>({
  workspace: [
    async ({ browserName: _ }, use) => {
      const workspace = await new FakeWorkspace().open()
      await use(workspace)
      workspace.close()
    },
    { scope: "worker" },
  ],
  app: [
    async ({ workspace }, use) => {
      const app = await startApp({
        ...{ LAKEWARD_ADMIN_EMAIL: admin.email, LAKEWARD_ADMIN_PASSWORD: admin.password },
        LAKEWARD_LOCAL_WORKSPACE: workspace.origin,
      })
      await use(app)
      await app.stop()
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ app }, use) => use(app.origin),
  programme: async ({ app, playwright }, use, { title }) => {
    const request = await playwright.request.newContext()
    const api = await signedIn(request, app.origin, admin)
    const name = title.slice(0, 60)
    const { id } = await api("POST", "/programmes", {
      ...{ name, organisation: "Northbridge Bank", clouds: ["azure"], startDay: "2026-01-05" },
      ...{ timeZone: "Europe/Berlin", packRelease: "2026.1" },
    })
    let invited = 0
    const invite = async (person: string, role: ProgrammeRole): Promise<Person> => {
      invited += 1
      const email = `${person.toLowerCase().replaceAll(" ", ".")}.${id.slice(-6)}${invited}@example.test`
      const { path } = await api("POST", `/programmes/${id}/invitations`, { email, name: person, role })
      const secret = String(path).split("/").at(-1)
      const anybody = await playwright.request.newContext()
      const accepted = await anybody.post(`${app.origin}/api/v1/accepted-invitations`, {
        data: { secret, name: person, password },
        headers: { origin: app.origin },
      })
      expect(accepted.ok(), await accepted.text()).toBe(true)
      return { name: person, email, password }
    }
    await use({ id, name, api, invite })
    await request.dispose()
  },
  enter: async ({ browser, app, contextOptions }, use) => {
    const pages: Page[] = []
    await use(async (who) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: app.origin })
      await signedIn(context.request, app.origin, who)
      const page = whenLive(await context.newPage())
      pages.push(page)
      return page
    })
    for (const page of pages) await page.context().close()
  },
})

/** A page that is there when it hears keys and clicks; the server draws it before that. */
export function whenLive(page: Page): Page {
  const live = async <Answer>(answer: Answer) => {
    await page.locator("main[aria-busy]").waitFor({ state: "detached" })
    return answer
  }
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
  return Object.assign(page, {
    goto: async (...where: Parameters<Page["goto"]>) => live(await goto(...where)),
    reload: async (...how: Parameters<Page["reload"]>) => live(await reload(...how)),
  })
}

/** What speaks against WCAG 2.2 AA on the page as it is, each with where and why. */
export async function barriersOf(page: Page): Promise<readonly string[]> {
  // A page that is on its way gets its title with its content.
  await page.waitForFunction(() => document.title !== "")
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} (${failureSummary})`).join(", ")}`,
  )
}

/** Finds nothing against WCAG 2.2 AA on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOf(page)).toEqual([])
}

export { admin, expect }

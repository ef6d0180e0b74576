import { test as bare } from "@playwright/test"
import { type App, startApp } from "../app"
import { barriersOf, expect, whenLive } from "../fixtures"

/** Places of a programme, and what stands on each once it is there. */
const places: readonly [string, RegExp][] = [
  ["overview", /Success checklist/],
  ["roadmap/stages", /Strategy & Assessment/],
  ["roadmap/stages?status=blocked", /SAP/],
  ["roadmap/timeline", /Source Connectivity/],
  ["roadmap/forecast", /What drives the finish/],
  ["roadmap/forecast?panel=what-if", /Change an estimate, dependency or risk/],
  ["roadmap/import", /You'll preview the changes/],
  ["roadmap/progress", /Variance from/],
  ["roadmap/quality?point=lags", /Critical path length index/],
  ["work", /My work/],
  ["architecture/gaps", /Strategy/],
  ["architecture/landscape", /Card switch events/],
  ["architecture/board", /things to move/],
  ["architecture/decisions", /decisions stand/],
  ["architecture/decisions/print", /Mask sensitive columns by policy/],
  ["architecture/environments", /Production/],
  ["use-cases", /random weightings/],
  ["work/backlog", /open items/],
  ["work/plan", /Sprint 22/],
  ["work/board", /Sprint 21/],
  ["work/report", /Burn-up/],
  ["people/capacity", /Data engineer/i],
  ["people/raci", /have one person accountable/],
  ["people/roles", /roles have someone/],
  ["people/allocations", /ML engineer 2/],
  ["people/schedules", /Four days a week/],
  ["people/time-off", /Winter holiday/],
  ["architecture/components", /Unity Catalog/],
  ["architecture/planes", /Control Plane/i],
  ["assurance", /Data governance and security implemented/],
  ["assurance?criterion=data-governance-and-security-implemented", /Signatures/],
  ["assurance/evidence", /Needs attention/],
  ["assurance/facts", /How to get facts/],
  ["assurance/risks?matrix=on", /security review board|SAP licence/],
  ["assurance/audit", /commented|set|changed/],
  ["value/kpis", /Time to insight/],
  ["value/cost", /Spend against budget/],
  ["value/budgets", /Platform 20/],
  ["reports", /Draft of now/],
  ["reports/asks", /SAP/],
  ["reports/actions", /firewall/],
  ["reports/changes", /sandbox|scope|archive/i],
  ["reports/status", /P80 by target/],
  ["settings", /Organisation/],
  ["settings/plan", /Target/],
  ["settings/connections", /No workspaces connected/],
  ["settings/people", /Marta Ruiz/],
  ["settings/jobs", /background jobs/],
  ["inbox", /Inbox/],
]

let app: App
let demo: string
let cookies: { name: string; value: string; url: string }[]

bare.beforeAll(async ({ playwright }) => {
  bare.setTimeout(300_000)
  app = await startApp({}, ["--demo"])
  const [, email = "", password = ""] = /Sign in as (\S+) with the password (\S+)/.exec(app.log()) ?? []
  const request = await playwright.request.newContext()
  const { csrfToken } = await (await request.get(`${app.origin}/api/auth/csrf`)).json()
  const form = { csrfToken, email, password, callbackUrl: "/programmes", json: "true" }
  await request.post(`${app.origin}/api/auth/callback/credentials`, { form, headers: { origin: app.origin } })
  const { items } = await (await request.get(`${app.origin}/api/v1/programmes`)).json()
  demo = items[0].id
  cookies = (await request.storageState()).cookies.map(({ name, value }) => ({ name, value, url: app.origin }))
})
bare.afterAll(() => app.stop())

for (const colorScheme of ["light", "dark"] as const)
  bare(`nothing on any page stands in anybody's way, ${colorScheme}`, async ({ browser, contextOptions }) => {
    bare.setTimeout(300_000)
    const context = await browser.newContext({ ...contextOptions, baseURL: app.origin, colorScheme })
    await context.addCookies(cookies)
    const page = whenLive(await context.newPage())
    const faults: string[] = []
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`))
    for (const place of ["/programmes", "/programmes/new", "/account", "/installation"]) {
      await page.goto(place)
      await expect.soft(page.getByRole("main")).toBeVisible()
      expect.soft(await barriersOf(page), place).toEqual([])
    }
    for (const [place, words] of places) {
      await page.goto(`/programmes/${demo}/${place}`)
      await expect.soft(page.getByRole("main").getByText(words).first(), place).toBeVisible()
      expect.soft(await barriersOf(page), place).toEqual([])
    }
    expect(faults).toEqual([])
    await context.close()
  })

bare("at 390 px every page can be read without scrolling sideways", async ({ browser, contextOptions }) => {
  bare.setTimeout(300_000)
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ ...contextOptions, baseURL: app.origin, viewport })
  await context.addCookies(cookies)
  const page = whenLive(await context.newPage())
  for (const [place, words] of places) {
    await page.goto(`/programmes/${demo}/${place}`)
    await expect.soft(page.getByRole("main").getByText(words).first(), place).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(width, place).toBeLessThanOrEqual(390)
  }
  await page.goto(`/programmes/${demo}/roadmap/stages?status=blocked`)
  await page.getByRole("row", { name: /SAP/ }).first().click()
  await context.close()
})

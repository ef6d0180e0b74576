import type { Locator, Page } from "@playwright/test"
import { admin, expect, expectAccessible, type Programme, test } from "../fixtures"

test.use({ actionTimeout: 8_000 })
const timeline = ({ id }: Programme, query = "") => `/programmes/${id}/roadmap/timeline${query}`
const chart = (page: Page) => page.getByRole("treegrid", { name: "Timeline" })
const row = (page: Page, name: string) =>
  chart(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name, exact: true }) })
const preview = (page: Page) => page.getByRole("region", { name: "Effect of this change" })
const message = (page: Page, words: RegExp) =>
  page.getByRole("region", { name: "Notifications" }).getByText(words).last()
const DAY = 11
const NAMES = 300

type Workstream = { readonly id: string; readonly name: string; readonly phaseId: string }

/** The first workstream of the first phase, and its work: nothing of it waits for anything else. */
async function firstWorkstream({ api, id }: Programme) {
  const { phases, workstreams } = await api("GET", `/programmes/${id}/roadmap`)
  const workstream: Workstream = workstreams.find((each: Workstream) => each.phaseId === phases[0].id)
  const { items } = await api("GET", `/programmes/${id}/work-items`)
  return { ...workstream, items: items.filter((item: { workstreamId: string }) => item.workstreamId === workstream.id) }
}
const startOf = async ({ api, id }: Programme, itemId: string) => {
  const { items } = await api("GET", `/programmes/${id}/work-items`)
  return items.find((item: { id: string }) => item.id === itemId).startNoEarlierThan
}
const words = async (at: Locator) => (await at.getByRole("gridcell").last().textContent()) ?? ""
/** Puts the cursor of the chart on a row. */
async function goTo(page: Page, name: string) {
  await chart(page).focus()
  await page.keyboard.press("Home")
  for (let step = 0; step < 80; step++) {
    const cursor = await chart(page).getAttribute("aria-activedescendant")
    if ((await row(page, name).getAttribute("id")) === cursor) return
    await page.keyboard.press("ArrowDown")
  }
  throw new Error(`no row ${name}`)
}

test("a bar is dragged, what shifts is read first, and it is undone", async ({ programme, enter }) => {
  const first = await firstWorkstream(programme)
  const page = await enter(admin)
  await page.goto(timeline(programme, "?zoom=week"))
  await expect(row(page, first.name)).toBeVisible()
  const before = await words(row(page, first.name))
  const box = await chart(page).boundingBox()
  const line = await row(page, first.name).boundingBox()
  if (!box || !line) throw new Error("nothing is drawn")
  // Today lies at a third of the chart; a few days later the bar of the first work is under way.
  const x = box.x + NAMES + (box.width - NAMES) / 3 + 4 * DAY
  const y = line.y + line.height / 2
  const drag = async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 3 * DAY, y, { steps: 4 })
    await page.mouse.move(x + 35 * DAY, y, { steps: 4 })
  }
  await test.step("Escape leaves everything as it was", async () => {
    await drag()
    await expect(preview(page)).toContainText(`${first.name}: +25 working days`)
    await page.mouse.up()
    await page.keyboard.press("Escape")
    await expect(preview(page)).toBeHidden()
    expect(await words(row(page, first.name))).toBe(before)
  })
  await test.step("the gate's shift is shown before anything is changed", async () => {
    await drag()
    await page.mouse.up()
    await expect(preview(page)).toContainText(/Gate 0: .+ → .+ working days? later/)
    expect(await words(row(page, first.name))).toBe(before)
    await preview(page).getByRole("button", { name: "Move" }).click()
    await expect(row(page, first.name)).not.toContainText(before)
    await expect(preview(page)).toBeHidden()
  })
  await test.step("it is taken back and done again by keys", async () => {
    const after = await words(row(page, first.name))
    await page.keyboard.press("Control+z")
    await expect(message(page, /Undid/)).toBeVisible()
    await expect(row(page, first.name)).toContainText(before)
    await page.keyboard.press("Control+Shift+Z")
    await expect(row(page, first.name)).toContainText(after)
  })
})

test("all of it by keyboard: unfold, move, resize, link, and read it as a table", async ({ programme, enter }) => {
  const first = await firstWorkstream(programme)
  const [item, other] = first.items
  const page = await enter(admin)
  await page.goto(timeline(programme))
  await goTo(page, first.name)
  await page.keyboard.press("ArrowRight")
  await expect(row(page, item.title)).toBeVisible()
  await goTo(page, item.title)
  await page.keyboard.press("m")
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Shift+ArrowRight")
  await expect(preview(page)).toContainText("+6 working days")
  await page.keyboard.press("Enter")
  await expect(message(page, /Moved/)).toBeVisible()
  expect(await startOf(programme, item.id)).not.toBeNull()

  await page.keyboard.press("r")
  await page.keyboard.press("Shift+ArrowRight")
  await expect(preview(page)).toContainText("+5 working days")
  await page.keyboard.press("Escape")
  await expect(preview(page)).toBeHidden()

  await test.step("a link that would close a circle is refused with a sentence", async () => {
    await page.keyboard.press("l")
    await expect(preview(page)).toContainText(`Successor of ${item.title}?`)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("t")
    await expect(preview(page)).toContainText(/starts after the start of|already|circle/)
    await page.keyboard.press("Escape")
  })
  await expectAccessible(page)
  await page.getByRole("radio", { name: "Table" }).click()
  await expect(page).toHaveURL(/show=table/)
  const table = page.getByRole("table", { name: /^Plan: dates/ })
  await expect(table.getByRole("row", { name: new RegExp(`^${other.title}`) })).toContainText(/\d+ \w{3}/)
  await expectAccessible(page)
})

test("another's move shows at once, and of two movers the slower one is told", async ({ programme, enter }) => {
  const first = await firstWorkstream(programme)
  const [item] = first.items
  const query = "?open=all"
  const lead = await enter(admin)
  const other = await enter(await programme.invite("Leo Tan", "lead"))
  await Promise.all([lead.goto(timeline(programme, query)), other.goto(timeline(programme, query))])
  const before = await words(row(other, item.title))
  await goTo(lead, item.title)
  for (const key of ["m", "Shift+ArrowRight", "Enter"]) await lead.keyboard.press(key)
  await expect(row(other, item.title)).not.toContainText(before, { timeout: 2_000 })

  const faster = async () => {
    const [now] = (await programme.api("GET", `/programmes/${programme.id}/work-items`)).items.filter(
      ({ id }: { id: string }) => id === item.id,
    )
    await programme.api("PATCH", `/programmes/${programme.id}/work-items/${item.id}`, {
      ...{ version: now.version, title: "Renamed meanwhile" },
    })
  }
  await goTo(other, item.title)
  await other.route("**/plan-changes", (route) => faster().then(() => route.continue()), { times: 1 })
  for (const key of ["m", "ArrowRight", "Enter"]) await other.keyboard.press(key)
  await expect(other.getByRole("alert").filter({ hasText: /changed/ })).toBeVisible()
  await expect(row(other, "Renamed meanwhile")).toBeVisible()
})

test("who may only read looks at everything and moves nothing", async ({ programme, enter }) => {
  const first = await firstWorkstream(programme)
  const page = await enter(await programme.invite("Sana Khan", "auditor"))
  const writes: string[] = []
  page.on("request", (request) => request.method() !== "GET" && writes.push(request.url()))
  await page.goto(timeline(programme))
  await goTo(page, first.name)
  for (const key of ["m", "r", "l"]) await page.keyboard.press(key)
  await expect(preview(page)).toBeHidden()
  expect(writes.filter((url) => url.includes("/plan-changes"))).toEqual([])
  await page.keyboard.press("Enter")
  await expect(page.getByRole("complementary", { name: first.name })).toBeVisible()
})

test("a baseline is renamed where it is chosen, and the table says what it compares with", async ({
  programme,
  enter,
}) => {
  const { api, id } = programme
  for (const name of ["Plan of the tender", "Plan of the kick-off"])
    await api("POST", `/programmes/${id}/baselines`, { name })
  const page = await enter(admin)
  const popup = page.getByRole("dialog", { name: "Baselines" })
  const field = popup.getByRole("textbox", { name: "New name of Plan of the kick-off" })
  const pencil = (name: string) => popup.getByRole("button", { name: `Rename ${name}` })
  const head = (name: string) => page.getByRole("columnheader", { name: `Baseline finish, ${name}` })
  await page.goto(timeline(programme, "?show=table"))
  await expect(head("Plan of the kick-off")).toBeVisible()
  await page.getByRole("button", { name: "Baseline: Plan of the kick-off" }).focus()
  await page.keyboard.press("Enter")
  await test.step("Escape leaves its name and the popup as they were", async () => {
    await pencil("Plan of the kick-off").focus()
    await page.keyboard.press("Enter")
    await expect(field).toBeFocused()
    await page.keyboard.type("Something else")
    await expectAccessible(page)
    await page.keyboard.press("Escape")
    await expect(pencil("Plan of the kick-off")).toBeFocused()
  })
  await test.step("a name that another one has is refused under the field", async () => {
    await page.keyboard.press("Enter")
    await page.keyboard.type("plan of the tender")
    await page.keyboard.press("Enter")
    await expect(field).toHaveAccessibleDescription("A baseline with this name already exists. Choose another name.")
    await expect(field).toBeFocused()
  })
  await test.step("somebody else's new name is told before it is written over", async () => {
    const [{ id: baselineId, version }] = (await api("GET", `/programmes/${id}/baselines`)).items
    await api("PATCH", `/programmes/${id}/baselines/${baselineId}`, { version, name: "Renamed meanwhile" })
    await field.fill("Approved plan")
    await page.keyboard.press("Enter")
    const now = popup.getByRole("textbox", { name: "New name of Renamed meanwhile" })
    await expect(now).toHaveAccessibleDescription(/Someone else changed this.+It is called "Renamed meanwhile" now\.$/)
    await now.press("Enter")
    await expect(pencil("Approved plan")).toBeFocused()
  })
  await expect(head("Approved plan")).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("button", { name: "Baseline: Approved plan" })).toBeFocused()
  await page.reload()
  await expect(head("Approved plan")).toBeVisible()
})

test("the whole plan comes out as a drawing, a picture and a page", async ({ programme, enter }) => {
  const first = await firstWorkstream(programme)
  const page = await enter(admin)
  await page.goto(timeline(programme, "?zoom=fit"))
  await expect(row(page, first.name)).toBeVisible()
  for (const [name, ending] of [
    ["SVG drawing", ".svg"],
    ["PNG picture", ".png"],
    ["PDF pages", ".pdf"],
  ] as const) {
    await page.getByRole("button", { name: "Export" }).click()
    const given = page.waitForEvent("download")
    await page.getByRole("menuitem", { name }).click()
    expect((await given).suggestedFilename()).toContain(ending)
  }
})

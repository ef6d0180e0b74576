import type { Page } from "@playwright/test"
import { admin, expect, expectAccessible, type Programme, test } from "../fixtures"

test.use({ actionTimeout: 8_000 })
const stages = ({ id }: Programme, query = "") => `/programmes/${id}/roadmap/stages${query}`
const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
/** The name of a row; the box that selects it is named before it. */
const name = (page: Page, title: string) => page.getByRole("rowheader", { name: new RegExp(`${plain(title)}$`) })
const row = (page: Page, title: string) => page.getByRole("row").filter({ has: name(page, title) })
const firstItems = async ({ api, id }: Programme, count: number) => {
  const { items } = await api("GET", `/programmes/${id}/work-items`)
  return items.slice(0, count)
}

test("two people see each other's changes, and a stale edit is shown with what changed", async ({
  programme,
  enter,
}) => {
  const [first, second] = await firstItems(programme, 2)
  const lead = await enter(admin)
  const other = await enter(await programme.invite("Leo Tan", "contributor"))
  await Promise.all([lead.goto(stages(programme)), other.goto(stages(programme))])
  await expect(row(other, first.title)).toContainText("Not started")

  await name(lead, first.title).focus()
  await lead.keyboard.press("2")
  await expect(row(lead, first.title)).toContainText("In progress")
  await expect(row(other, first.title)).toContainText("In progress", { timeout: 2_000 })

  await test.step("the other is faster by a moment", async () => {
    const faster = async () => {
      const change = { version: second.version, status: "blocked", reason: "no budget yet" }
      await programme.api("PATCH", `/programmes/${programme.id}/work-items/${second.id}`, change)
    }
    await other.route(`**/work-items/${second.id}`, (route) => faster().then(() => route.continue()), { times: 1 })
    await name(other, second.title).focus()
    await other.keyboard.press("F2")
    await other.keyboard.type("A better name")
    await other.keyboard.press("Enter")
    await expect(other.getByText(/changed status to Blocked, reason to "no budget yet"/)).toBeVisible()
    await expect(other.getByText('Your version: name to "A better name"')).toBeVisible()
    await other.getByRole("button", { name: "Use mine" }).click()
    await expect(row(other, "A better name")).toContainText("Blocked")
    await expect(row(lead, "A better name")).toContainText("Blocked")
  })
})

test("all of it by keyboard: find, track, add, move, drop and undo", async ({ programme, enter }) => {
  const [first] = await firstItems(programme, 1)
  const page = await enter(admin)
  await page.goto(stages(programme))
  await name(page, first.title).focus()
  await page.keyboard.press("3")
  await page.keyboard.type("waiting for the licence")
  await page.keyboard.press("Enter")
  await expect(row(page, first.title)).toContainText("Blocked")
  await page.keyboard.press("a")
  await page.keyboard.type(admin.name.slice(0, 3).toLowerCase())
  await page.keyboard.press("Enter")
  await expect(row(page, first.title).getByRole("img", { name: /robin.keller/i })).toBeVisible()

  await page.keyboard.press("c")
  await page.keyboard.type("Book the rooms")
  await page.keyboard.press("Enter")
  await expect(name(page, "Book the rooms")).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(name(page, "Book the rooms")).toBeFocused()
  await page.keyboard.press("Alt+ArrowUp")
  await expect(page.getByText('Moved "Book the rooms"')).toBeVisible()
  await page.keyboard.press("d")
  await expect(name(page, "Book the rooms")).toBeHidden()
  await page.getByText('Removed "Book the rooms"').locator("..").getByRole("button", { name: "Undo" }).press("Enter")
  await expect(name(page, "Book the rooms")).toBeVisible()

  await page.keyboard.press("f")
  await page.keyboard.type("rooms")
  await page.keyboard.press("Escape")
  await expect(page).toHaveURL(/q=rooms/)
  await expect(page.getByRole("row").filter({ has: page.getByRole("rowheader") })).toHaveCount(3)
  await page.goBack()
})

test("who may only read reads everything and changes nothing", async ({ programme, enter }) => {
  const [first] = await firstItems(programme, 1)
  const page = await enter(await programme.invite("Sana Khan", "auditor"))
  const writes: string[] = []
  page.on("request", (request) => request.method() !== "GET" && writes.push(request.url()))
  await page.goto(stages(programme))
  await name(page, first.title).click()
  await expect(page.getByRole("complementary", { name: first.title })).toContainText("History")
  await page.keyboard.press("Escape")
  await name(page, first.title).focus()
  for (const key of ["2", "3", "4", "d", "c", "x", "F2", "Alt+ArrowDown"]) await page.keyboard.press(key)
  await expect(row(page, first.title)).toContainText("Not started")
  await expect(page.getByRole("button", { name: /Add work item/ })).toHaveCount(0)
  expect(writes.filter((url) => url.includes("/work-items"))).toEqual([])
})

test("a link to an item opens it beside its list, and the way back closes it", async ({ programme, enter }) => {
  const [first] = await firstItems(programme, 1)
  const page = await enter(admin)
  await page.goto(stages(programme, "?status=open"))
  await name(page, first.title).click()
  await expect(page).toHaveURL(new RegExp(`status=open&item=${first.id}`))
  const link = page.url()
  await page.goBack()
  await expect(page.getByRole("complementary", { name: first.title })).toBeHidden()
  await page.goto(link)
  const panel = page.getByRole("complementary", { name: first.title })
  await panel.getByLabel("New comment").fill("Agreed with the **sponsor**.")
  await page.reload()
  await expect(panel.getByLabel("New comment")).toBeVisible()
  await panel.getByLabel("New comment").fill("Agreed with the **sponsor**.")
  await panel.getByLabel("New comment").press("Control+Enter")
  await expect(panel.getByRole("article").getByText("sponsor")).toBeVisible()
  await expect(panel).toContainText("commented")
})

for (const colorScheme of ["light", "dark"] as const)
  test(`the stages and my work have no barrier, ${colorScheme}`, async ({ programme, enter }) => {
    const [first] = await firstItems(programme, 1)
    const page = await enter(admin)
    await page.emulateMedia({ colorScheme })
    await page.goto(stages(programme, `?item=${first.id}`))
    await expect(page.getByRole("complementary")).toContainText("History")
    await expectAccessible(page)
    await page.keyboard.press("Escape")
    await name(page, first.title).focus()
    await page.keyboard.press("x")
    await expect(page.getByText("1 selected")).toBeVisible()
    await expectAccessible(page)
    await page.goto(`/programmes/${programme.id}/work`)
    await expect(page.getByText("No work assigned to you yet.")).toBeVisible()
    await expectAccessible(page)
  })

test("on a phone an item is read, set and commented on", async ({ programme, enter }) => {
  const [first] = await firstItems(programme, 1)
  const page = await enter(admin)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(stages(programme))
  await name(page, first.title).click()
  const panel = page.getByRole("complementary", { name: first.title })
  await panel.getByRole("combobox", { name: "Status" }).click()
  await page.getByRole("option", { name: "In progress" }).click()
  await expect(panel.getByRole("combobox", { name: "Status" })).toContainText("In progress")
  await panel.getByLabel("New comment").fill("From the train.")
  await panel.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(panel.getByRole("article")).toContainText("From the train.")
  await expectAccessible(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test("the first rows are there without a single script, and only for who may read them", async ({
  programme,
  enter,
  browser,
  app,
}) => {
  const [first] = await firstItems(programme, 1)
  const lead = await enter(admin)
  const stranger = await enter(await strangerOf(programme))
  const drawnFor = async (page: Page) => {
    const storageState = await page.context().storageState()
    const context = await browser.newContext({ storageState, baseURL: app.origin, javaScriptEnabled: false })
    const drawn = await context.newPage()
    const answer = await drawn.goto(stages(programme))
    const seen = { status: answer?.status(), rows: await name(drawn, first.title).count(), text: await drawn.content() }
    await context.close()
    return seen
  }
  expect(await drawnFor(lead)).toMatchObject({ status: 200, rows: 1 })
  const other = await drawnFor(stranger)
  expect(other.status).toBe(404)
  expect(other.text).not.toContain(first.title)
})

/** Somebody with an account who left the programme again. */
async function strangerOf({ api, id, invite }: Programme) {
  const somebody = await invite("Nora Lind", "contributor")
  const { items } = await api("GET", `/programmes/${id}/members`)
  const { id: memberId, version } = items.find((each: { email: string }) => each.email === somebody.email)
  await api("DELETE", `/programmes/${id}/members/${memberId}`, { version })
  return somebody
}

import { test as bare } from "@playwright/test"
import { admin, startApp } from "../app"
import { expect, expectAccessible, whenLive } from "../fixtures"

bare("from the first run to a tracked programme", async ({ browser, contextOptions }) => {
  bare.setTimeout(300_000)
  const app = await startApp({})
  const context = await browser.newContext({ ...contextOptions, baseURL: app.origin })
  const page = whenLive(await context.newPage())
  try {
    await bare.step("the first visit asks for the first admin", async () => {
      await page.goto("/")
      await expect(page).toHaveURL(/first-run/)
      await expectAccessible(page)
      await page.getByLabel("Your name").fill(admin.name)
      await page.getByLabel("E-mail address").fill(admin.email)
      await page.getByRole("textbox", { name: "Password" }).fill("too short")
      await page.getByRole("button", { name: "Create the first admin" }).click()
      await expect(page.getByText("15 characters").first()).toBeVisible()
      await expect(page.getByLabel("E-mail address")).toHaveValue(admin.email)
      await page.getByRole("textbox", { name: "Password" }).fill(admin.password)
      await page.getByRole("button", { name: "Create the first admin" }).click()
      await expect(page).toHaveURL(/\/programmes$/)
    })
    await bare.step("a programme is made from the whole roadmap", async () => {
      await expectAccessible(page)
      await page.getByRole("link", { name: "New programme" }).first().click()
      await page.getByLabel("Name", { exact: true }).fill("Lakehouse")
      await page.getByLabel("Organisation").fill("Northbridge Bank")
      await page.getByLabel("Azure").check()
      await expect(page.getByRole("region", { name: "Programme contents" })).toContainText("35")
      await page.getByRole("button", { name: "Create programme" }).click()
      await expect(page).toHaveURL(/\/overview$/)
      await expectAccessible(page)
    })
    await bare.step("work is tracked: a status is set by two keys, and the plan answers at once", async () => {
      await page.getByRole("link", { name: "Roadmap" }).click()
      const row = page.getByRole("row", { name: /Confirm sponsor, mandate and funding/ })
      await row.getByRole("gridcell").first().click()
      await page.keyboard.press("2")
      await expect(row).toContainText("In progress")
      await page.reload()
      await expect(page.getByRole("row", { name: /Confirm sponsor, mandate and funding/ })).toContainText("In progress")
    })
    await bare.step("where it stands is on the first page", async () => {
      await page.getByRole("link", { name: "Overview" }).click()
      await expect(page.getByText(/is planned for/)).toBeVisible()
      await expect(page.getByText(/work items? (is|are) reported done/)).toBeVisible()
    })
  } finally {
    await context.close()
    await app.stop()
  }
})

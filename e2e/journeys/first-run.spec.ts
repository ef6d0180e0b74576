import { test as bare } from "@playwright/test"
import { admin, startApp } from "../app"
import { expect, expectAccessible } from "../fixtures"

bare("from the first run to a tracked programme", async ({ browser, contextOptions }) => {
  bare.setTimeout(300_000)
  const app = await startApp({})
  const context = await browser.newContext({ ...contextOptions, baseURL: app.origin })
  const page = await context.newPage()
  try {
    await bare.step("the first visit asks for the first admin", async () => {
      await page.goto("/")
      await expect(page).toHaveURL(/first-run/)
      await expectAccessible(page)
      await page.getByLabel("Your name").fill(admin.name)
      await page.getByLabel("E-mail address").fill(admin.email)
      await page.getByLabel("Password").fill("too short")
      await page.getByRole("button", { name: "Create the first admin" }).click()
      await expect(page.getByText("15 characters").first()).toBeVisible()
      await expect(page.getByLabel("E-mail address")).toHaveValue(admin.email)
      await page.getByLabel("Password").fill(admin.password)
      await page.getByRole("button", { name: "Create the first admin" }).click()
      await expect(page).toHaveURL(/\/programmes$/)
    })
    await bare.step("a programme is made from the whole roadmap", async () => {
      await expectAccessible(page)
      await page.getByRole("link", { name: "New programme" }).first().click()
      await page.getByLabel("Name", { exact: true }).fill("Lakehouse")
      await page.getByLabel("Organisation").fill("Northbridge Bank")
      await page.getByLabel("Azure").check()
      await expect(page.getByText("35 workstreams").first()).toBeVisible()
      await page.getByRole("button", { name: "Create" }).click()
      await expect(page).toHaveURL(/\/overview$/)
      await expectAccessible(page)
    })
    await bare.step("work is tracked", async () => {
      await page.getByRole("link", { name: "Roadmap" }).click()
      await expect(page.getByRole("treegrid")).toContainText("Strategy & Assessment")
    })
  } finally {
    await context.close()
    await app.stop()
  }
})

import { readFileSync } from "node:fs"
import { bundleResult, declareWorkspaces, hoursAgo } from "../facts"
import { admin, expect, expectAccessible, test } from "../fixtures"

test.use({ actionTimeout: 8_000 })
const csvFile = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) })

test("facts are brought in without granting access, looked at first, and change verdicts", async ({
  programme,
  enter,
}) => {
  const page = await enter(admin)
  await declareWorkspaces(programme, "ws-1")
  const runs = { metric: "runs-succeeded", value: 0.985, n: 412, asOf: hoursAgo(2) }
  const clusters = { metric: "clusters-without-policy", value: 3, n: 21, asOf: hoursAgo(2) }
  await test.step("the evidence page says that there are none, and where to get them", async () => {
    await page.goto(`/programmes/${programme.id}/assurance/evidence`)
    await expect(page.getByText("No facts have been imported yet")).toBeVisible()
    await expectAccessible(page)
    await page.getByRole("link", { name: "Import facts" }).click()
    await expect(page.getByRole("heading", { name: "How to get facts without granting access" })).toBeVisible()
    await page.getByText(/system tables? read$/).click()
    await expect(page.getByText("system.billing.usage", { exact: true })).toBeVisible()
    await expectAccessible(page)
  })
  await test.step("the query and the notebook are files to hand over", async () => {
    for (const [name, word] of [
      ["SQL file", "SELECT"],
      ["Notebook", "# Databricks notebook source"],
    ] as const) {
      const waiting = page.waitForEvent("download")
      await page.getByRole("link", { name }).click()
      expect(readFileSync(await (await waiting).path(), "utf8")).toContain(word)
    }
  })
  await test.step("a result of another bundle is told with its line, and cannot be imported", async () => {
    const wrong = await bundleResult(programme, [runs], "2019.1-0000")
    await page.getByLabel("Facts file").locator("input").setInputFiles(csvFile("result.csv", wrong))
    await expect(page.getByRole("table", { name: "Errors" })).toContainText("line 2")
    await expect(page.getByRole("button", { name: /^Import / })).toHaveCount(0)
    await expectAccessible(page)
  })
  await test.step("the right one shows what would change before anything is written", async () => {
    const right = await bundleResult(programme, [runs, clusters])
    await page.getByLabel("Facts file").locator("input").setInputFiles(csvFile("result.csv", right))
    const changes = page.getByRole("list", { name: "Verdict changes" })
    await expect(changes.getByRole("listitem").filter({ hasText: "finished runs succeeded" })).toContainText("Met")
    expect((await programme.api("GET", `/programmes/${programme.id}/fact-sets`)).items).toEqual([])
    await expectAccessible(page)
    await page.getByRole("button", { name: "Import 2 facts" }).click()
    await expect(page.getByText(/Imported 2 facts; \d+ verdicts changed/)).toBeVisible()
  })
  await test.step("the check says what it was judged on, by which rule, and a lead changes the rule", async () => {
    await page.getByRole("link", { name: /finished runs succeeded/ }).click()
    const panel = page.getByRole("complementary").last()
    await expect(panel.getByText("Met", { exact: true })).toBeVisible()
    await expect(panel.getByRole("table", { name: "Facts used" })).toContainText("98.5%")
    await expectAccessible(page)
    await panel.getByRole("button", { name: "Edit", exact: true }).click()
    await panel.getByLabel("Threshold").fill("99")
    await panel.getByLabel("Threshold").press("Tab")
    await panel.getByRole("button", { name: "Save" }).click()
    await expect(panel.getByText("Not met", { exact: true })).toBeVisible()
    await expect(panel.getByText("The roadmap requires: at least 97%")).toBeVisible()
    await panel.getByRole("button", { name: "Edit", exact: true }).click()
    await panel.getByRole("button", { name: "Reset to roadmap" }).click()
    await expect(panel.getByText("Met", { exact: true })).toBeVisible()
  })
  await test.step("the set opens with its facts", async () => {
    await page.goto(`/programmes/${programme.id}/assurance/evidence`)
    await page.getByRole("link", { name: "Fact bundle" }).click()
    await expect(page.getByRole("table", { name: "Facts" })).toContainText("clusters-without-policy")
    await expectAccessible(page)
  })
})

test("who may not import facts learns how to get them", async ({ programme, enter }) => {
  const page = await enter(await programme.invite("Ines Castel", "executive"))
  await page.goto(`/programmes/${programme.id}/assurance/evidence`)
  await page.getByRole("link", { name: "How to get facts" }).click()
  await expect(page.getByRole("link", { name: "SQL file" })).toBeVisible()
  await expect(page.getByRole("button", { name: "Choose a file" })).toHaveCount(0)
})

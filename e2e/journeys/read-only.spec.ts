import { expect, test } from "../fixtures"

test("someone who may only read sees everything and can change nothing", async ({ programme, enter }) => {
  const anna = await programme.invite("Anna Weiss", "auditor")
  const page = await enter(anna)
  const writes: string[] = []
  page.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/api/v1/programmes/"))
      writes.push(`${request.method()} ${request.url()}`)
  })
  await page.goto(`/programmes/${programme.id}/roadmap/stages`)
  const row = page.getByRole("row", { name: /Identify business problems/ })
  await expect(row).toBeVisible()
  await expect(page.getByRole("button", { name: "Add work item" })).toHaveCount(0)
  await row.getByRole("gridcell").first().click()
  for (const key of ["2", "4", "d", "Delete", "a", "c"]) await page.keyboard.press(key)
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Escape")
  await expect(row).toContainText("Not started")

  await row.getByRole("gridcell").first().click()
  await page.keyboard.press("o")
  const panel = page.getByRole("complementary")
  await expect(panel).toContainText("Identify business problems")
  await expect(panel.getByRole("textbox")).toHaveCount(0)
  await expect(panel.getByRole("combobox")).toHaveCount(0)

  await page.goto(`/programmes/${programme.id}/architecture/components`)
  await expect(page.getByText("Unity Catalog").first()).toBeVisible()
  await page.goto(`/programmes/${programme.id}/assurance/audit`)
  await page.getByRole("button", { name: "Verify chain" }).click()
  await expect(page.getByText(/intact/i).first()).toBeVisible()

  const visits = writes.filter((write) => !write.endsWith("/visits") && !write.endsWith("/visit"))
  expect(visits).toEqual([])
  const { items } = await programme.api("GET", `/programmes/${programme.id}/work-items`)
  expect(items.every(({ version }: { version: number }) => version === 1)).toBe(true)
})

test("a member of another programme finds nothing here", async ({ programme, enter, app }) => {
  const anna = await programme.invite("Anna Weiss", "auditor")
  const page = await enter(anna)
  const elsewhere = "01234567-89ab-7cde-8f01-23456789abcd"
  for (const place of ["overview", "roadmap/stages", "assurance/audit", "settings"]) {
    const reply = await page.goto(`${app.origin}/programmes/${elsewhere}/${place}`)
    expect(reply?.status()).toBe(404)
  }
})

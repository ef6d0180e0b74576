import { admin, expect, test } from "../fixtures"

test("the daily work needs no mouse", async ({ programme, enter }) => {
  const page = await enter(admin)
  await page.goto(`/programmes/${programme.id}/overview`)
  await expect(page.getByText(/By the plan/)).toBeVisible()

  await test.step("to the roadmap by two letters, down to a work item, and its status by one", async () => {
    await page.keyboard.press("g")
    await page.keyboard.press("r")
    await expect(page).toHaveURL(/roadmap\/stages/)
    await expect(page.getByRole("treegrid")).toBeVisible()
    await page.getByRole("treegrid").getByRole("gridcell").first().focus()
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    await page.keyboard.press("2")
    await expect(page.getByRole("row", { name: /Confirm sponsor/ })).toContainText("In progress")
  })

  await test.step("blocked asks why, and Escape leaves it as it was", async () => {
    await page.keyboard.press("3")
    await expect(page.getByRole("textbox", { name: /why|reason/i })).toBeFocused()
    await page.keyboard.press("Escape")
    await expect(page.getByRole("row", { name: /Confirm sponsor/ })).toContainText("In progress")
  })

  await test.step("the panel opens with the focus in it, and Escape gives it back to the row", async () => {
    await page.keyboard.press("o")
    await expect(page.getByRole("complementary")).toContainText("Confirm sponsor")
    await expect(page).toHaveURL(/item=/)
    await page.keyboard.press("Escape")
    await expect(page.getByRole("complementary")).toHaveCount(0)
    await page.keyboard.press("j")
    await page.keyboard.press("4")
    await expect(page.getByRole("row", { name: /Identify business problems/ })).toContainText("Done")
  })

  await test.step("several rows at once", async () => {
    await page.keyboard.press("j")
    await page.keyboard.press("x")
    await page.keyboard.press("Shift+ArrowDown")
    await page.keyboard.press("2")
    for (const name of [/faster analytics/, /cost savings/])
      await expect(page.getByRole("row", { name })).toContainText("In progress")
  })

  await test.step("the palette finds work by a few letters", async () => {
    await page.keyboard.press("Control+k")
    await page.getByRole("combobox").fill("sap extr")
    await page.getByRole("combobox").fill("connect sap")
    await expect(page.getByRole("option").first()).toBeVisible()
    await page.keyboard.press("Escape")
  })

  await test.step("a question mark lists the keys", async () => {
    await page.keyboard.press("?")
    await expect(page.getByRole("dialog")).toContainText("Find anything")
    await page.keyboard.press("Escape")
  })
})

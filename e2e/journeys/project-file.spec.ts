import type { Page } from "@playwright/test"
import { projectFile } from "../../tests/support/project-file"
import { admin, expect, expectAccessible, test } from "../fixtures"

test.use({ actionTimeout: 15_000 })

const text = projectFile({
  title: "Move of the vaults",
  tasks: [
    { uid: 1, name: "Move of the vaults" },
    { uid: 2, name: "Pack the first vault", level: 2, days: 3 },
    { uid: 3, name: "Carry the first vault", level: 2, days: 2, after: ["2FS+0.55"] },
  ],
})
const give = (page: Page, content: string, name = "vaults.xml") =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/xml", buffer: Buffer.from(content) })

test("a plan of Microsoft Project is looked at, taken by keyboard, and given out again", async ({
  programme,
  enter,
}) => {
  const page = await enter(admin)
  await page.goto(`/programmes/${programme.id}/roadmap/timeline`)
  await page.getByRole("button", { name: "Microsoft Project", exact: true }).focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("menuitem", { name: "Import..." })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "Import a Microsoft Project file" })).toBeVisible()

  await test.step("what is no project file is refused with its line", async () => {
    await give(page, text.replace("PT24H0M0S", "soon"), "broken.xml")
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Line 6, column")
  })
  await test.step("the preview says what is taken, changed and compared", async () => {
    await give(page, text)
    await expect(page.getByRole("table", { name: "Imported" })).toContainText("Carry the first vault")
    await expectAccessible(page)
    await page.getByText("Changed 1", { exact: true }).click()
    await expect(page.getByRole("table", { name: "Changed" })).toContainText(
      "is imported as 4 working hours instead of",
    )
    await expect(page.getByRole("button", { name: "Import" })).toBeDisabled()
  })
  await test.step("a stage is chosen and the file is taken", async () => {
    await page.getByRole("combobox", { name: /Stage of the new workstream/ }).focus()
    for (const key of ["Enter", "ArrowDown", "Enter"]) await page.keyboard.press(key)
    await expect(page.getByRole("button", { name: "Import" })).toBeEnabled()
    await page.getByRole("button", { name: "Import" }).focus()
    await page.keyboard.press("Enter")
    await expect(page.getByText("Imported: 2 new work items, 1 new workstream and 1 link.")).toBeVisible()
    await expect(
      page.getByText('The previous plan is saved as baseline "Before the import of vaults.xml".'),
    ).toBeVisible()
  })
  await test.step("the export brings nothing new", async () => {
    await page.getByRole("link", { name: "Compare on the timeline" }).click()
    await page.getByRole("button", { name: "Microsoft Project", exact: true }).click()
    const coming = page.waitForEvent("download")
    await page.getByRole("menuitem", { name: "Export as Microsoft Project XML" }).click()
    const path = await (await coming).path()
    await page.goto(`/programmes/${programme.id}/roadmap/import`)
    await page.locator("input[type=file]").setInputFiles(path)
    await expect(page.getByText("contains nothing new.")).toBeVisible()
  })
})

test("who only reads takes plans out and brings none in", async ({ programme, enter }) => {
  const page = await enter(await programme.invite("Nina Falk", "auditor"))
  await page.goto(`/programmes/${programme.id}/roadmap/timeline`)
  await page.getByRole("button", { name: "Microsoft Project", exact: true }).click()
  await expect(page.getByRole("menuitem", { name: "Export as Microsoft Project XML" })).toBeVisible()
  await expect(page.getByRole("menuitem", { name: "Import..." })).toHaveCount(0)
  await page.goto(`/programmes/${programme.id}/roadmap/import`)
  await expect(page.getByText("Only a lead can import plans.")).toBeVisible()
})

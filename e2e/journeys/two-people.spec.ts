import { admin, expect, test } from "../fixtures"

test("two people see each other's changes, and a stale edit is refused with what changed", async ({
  programme,
  enter,
}) => {
  const marta = await programme.invite("Marta Ruiz", "contributor")
  const leads = await enter(admin)
  const hers = await enter(marta)
  const title = "Identify business problems"
  const rowOf = (page: typeof leads) => page.getByRole("row", { name: new RegExp(title) })
  for (const page of [leads, hers]) {
    await page.goto(`/programmes/${programme.id}/roadmap/stages`)
    await expect(rowOf(page)).toBeVisible()
  }

  await test.step("another person's change is on screen within a second", async () => {
    await rowOf(hers).getByRole("gridcell").first().click()
    await hers.keyboard.press("2")
    await expect(rowOf(hers)).toContainText("In progress")
    await expect(rowOf(leads)).toContainText("In progress", { timeout: 1_500 })
  })

  await test.step("an edit made on an old version is refused, says who changed what, and keeps what was typed", async () => {
    const { items } = await programme.api("GET", `/programmes/${programme.id}/work-items`)
    const item = items.find((each: { title: string }) => each.title === title)
    // The lead's browser hears nothing for a while, as on a train.
    await leads.context().setOffline(true)
    await rowOf(hers).getByRole("gridcell").first().click()
    await hers.keyboard.press("3")
    await hers.getByRole("textbox", { name: /why|reason/i }).fill("waiting for the board")
    await hers.keyboard.press("Enter")
    await expect(rowOf(hers)).toContainText("Blocked")
    await leads.route("**/api/v1/programmes/*/work-items", (route) => route.abort())
    await leads.context().setOffline(false)
    await rowOf(leads).getByRole("gridcell").first().click()
    await leads.keyboard.press("4")
    await expect(leads.getByText(/Marta Ruiz changed/)).toBeVisible()
    await leads.unroute("**/api/v1/programmes/*/work-items")
    await expect(leads.getByText(/Yours:/)).toContainText("Done")
    await leads.getByRole("button", { name: "Use mine" }).click()
    await expect(rowOf(leads)).toContainText("Done")
    const after = (await programme.api("GET", `/programmes/${programme.id}/work-items`)).items.find(
      (each: { id: string }) => each.id === item.id,
    )
    expect(after.status).toBe("done")
    await expect(rowOf(hers)).toContainText("Done")
  })
})

import { admin, expect, expectAccessible, test } from "../fixtures"

test("a lead tries a longer estimate, sees the finish move, applies it and is told why it moved", async ({
  programme,
  enter,
}) => {
  const page = await enter(admin)
  await page.goto(`/programmes/${programme.id}/roadmap/forecast`)
  await expect(page.getByText("No forecast yet")).toBeVisible()
  await expectAccessible(page)
  await test.step("the first run says a range, since nobody stands for the estimates yet", async () => {
    await page.getByRole("button", { name: "Run forecast" }).click()
    await expect(page.getByText("estimates unconfirmed")).toBeVisible()
    await expect(page.getByText("%", { exact: true })).toHaveCount(0)
    await expect(page.getByRole("button", { name: /Gate 4, finish/ })).toBeVisible()
    await expectAccessible(page)
  })
  const panel = page.getByRole("complementary", { name: "What-if" })
  await test.step("by keyboard alone an estimate of the scratch copy is made longer", async () => {
    await page.keyboard.press("w")
    await panel.getByRole("button", { name: "Change estimate of" }).press("Enter")
    await page.keyboard.press("Enter")
    const estimate = panel.getByRole("textbox", { name: /^Estimate of/ })
    await estimate.fill("60 / 80 / 120")
    await estimate.press("Enter")
    await expect(panel.getByRole("row", { name: /Gate 4/ })).toContainText(/\+\d+ d/)
    await expect(page.getByText(/With your changes: .*Gate 4: \d+ days later/)).toBeVisible()
    await expectAccessible(page)
  })
  await test.step("it is kept under a name", async () => {
    await panel.getByLabel("Save as").fill("One team less")
    await page.keyboard.press("Enter")
    await expect(page.getByRole("complementary", { name: "One team less" })).toBeVisible()
    await expect(page.getByText("The plan, the risks or the day changed")).toHaveCount(0)
  })
  await test.step("applied, after what it does was shown", async () => {
    await page.getByRole("button", { name: "Apply to the plan" }).click()
    await expect(page.getByRole("dialog", { name: "Apply this to the plan?" })).toContainText(/Gate 4: \d+ days later/)
    await page.getByRole("button", { name: "Apply", exact: true }).click()
    await expect(page.getByText('Applied "One team less" to the plan')).toBeVisible()
  })
  await test.step("the next run names it as the reason", async () => {
    await page.getByRole("button", { name: "Run again" }).click()
    await page.getByRole("button", { name: /Gate 4, finish/ }).click()
    await expect(page).toHaveURL(/gate=/)
    await expect(page.getByText(/later than the previous forecast/)).toBeVisible()
    await expect(page.getByRole("region", { name: "What changed the forecast" })).toContainText(/was re-estimated by/)
  })
  await test.step("a driver opens beside the forecast", async () => {
    const drivers = page.getByRole("region", { name: "What drives the finish" })
    await drivers.getByRole("rowheader").first().getByRole("button").click()
    await expect(page).toHaveURL(/item=/)
    await expect(page.getByRole("complementary").last().getByText("History")).toBeVisible()
  })
})

test("once half of the critical estimates are confirmed, the chance is said", async ({ programme, enter }) => {
  await programme.api("POST", `/programmes/${programme.id}/forecasts`, {})
  const page = await enter(admin)
  await page.goto(`/programmes/${programme.id}/roadmap/forecast`)
  await page.getByRole("button", { name: "Confirm estimates" }).click()
  const panel = page.getByRole("complementary", { name: "Confirm estimates" })
  await expectAccessible(page)
  const all = panel.getByRole("button", { name: /^Confirm all/ })
  for (let round = 1; round <= 3 && (await all.count()) > 0; round++) {
    const left = panel.getByText(/on the critical path still use template estimates/)
    const before = (await left.textContent()) ?? ""
    await all.click()
    await expect(left).not.toHaveText(before)
    if ((await all.count()) > 0) await expect(all).toBeEnabled()
  }
  await page.getByRole("button", { name: "Run again" }).click()
  await expect(page.getByText(/^80% likely by/)).toBeVisible()
  await expect(page.getByRole("button", { name: /Gate 4, finish: P50/ })).toBeVisible()
})

test("risks are switched on the page, and nothing of it is kept", async ({ programme, enter }) => {
  const { id, api } = programme
  const { gates } = await api("GET", `/programmes/${id}/roadmap`)
  await api("POST", `/programmes/${id}/register`, {
    ...{ kind: "risk", title: "The licence comes late", probability: 0.9, impact: 4 },
    ...{ delay: { optimistic: 20, likely: 30, pessimistic: 40 }, gateIds: [gates[0].id] },
  })
  await api("POST", `/programmes/${id}/forecasts`, {})
  const page = await enter(admin)
  await page.goto(`/programmes/${id}/roadmap/forecast`)
  const risk = page.getByRole("checkbox", { name: "The licence comes late" })
  await risk.focus()
  await page.keyboard.press("Space")
  await expect(page.getByText(/With your changes: Gate 0: \d+ days earlier/)).toBeVisible()
  await page.getByRole("button", { name: "Reset" }).click()
  await expect(risk).toBeChecked()
  await expect(page.getByText("With your changes")).toHaveCount(0)
  const { items } = await api("GET", `/programmes/${id}/forecasts`)
  expect(items).toHaveLength(1)
})

test("an executive reads the forecast and finds nothing to change it with", async ({ programme, enter }) => {
  await programme.api("POST", `/programmes/${programme.id}/forecasts`, {})
  const page = await enter(await programme.invite("Ines Castel", "executive"))
  await page.goto(`/programmes/${programme.id}/roadmap/forecast`)
  await expect(page.getByText("estimates unconfirmed")).toBeVisible()
  for (const name of ["Run forecast", "Run again", "Settings", "Confirm estimates"])
    await expect(page.getByRole("button", { name })).toHaveCount(0)
  await page.keyboard.press("w")
  const panel = page.getByRole("complementary", { name: "What-if" })
  await panel.getByRole("button", { name: "Change estimate of" }).press("Enter")
  await page.keyboard.press("Enter")
  await expect(panel.getByRole("textbox", { name: /^Estimate of/ })).toBeVisible()
  await expect(panel.getByRole("button", { name: "Apply to the plan" })).toHaveCount(0)
  await expect(panel.getByLabel("Save as")).toHaveCount(0)
})

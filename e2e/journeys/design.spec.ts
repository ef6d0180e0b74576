import { admin, expect, expectAccessible, test } from "../fixtures"

test("a decision goes from its name to two signatures", async ({ programme, enter }) => {
  const sponsor = await programme.invite("Ines Okafor", "executive")
  const security = await programme.invite("Tom Lind", "contributor")
  const { people } = await programme.api("GET", `/programmes/${programme.id}/roadmap`)
  const personOf = (name: string) => people.find((person: { name: string }) => person.name === name).id
  for (const [key, name] of [
    ["sponsor", "Ines Okafor"],
    ["security", "Tom Lind"],
  ] as const)
    await programme.api("POST", `/programmes/${programme.id}/responsibilities`, {
      ...{ key, personId: personOf(name), fromDay: "2026-01-01" },
    })
  const page = await enter(admin)
  const address = `/programmes/${programme.id}/architecture/decisions`
  await page.goto(address)
  await expect(page.getByText("No decision is recorded yet")).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press("c")
  await page.keyboard.type("Mask columns by policy")
  await page.keyboard.press("Enter")
  const panel = page.getByRole("complementary", { name: "Mask columns by policy" })
  await expect(panel).toBeVisible()
  await test.step("its options are written down, one is chosen, and it goes to review", async () => {
    const options = panel.getByRole("region", { name: "Options" })
    await options.getByRole("button", { name: "Add" }).click()
    await options.getByRole("textbox").fill("### Policies (8 days)\n+ One rule\n\n### Views\n- Many to keep")
    await options.getByRole("button", { name: "Save" }).click()
    await options.getByRole("radio", { name: "Policies" }).check()
    await expect(options).toContainText("8 days")
    await panel.getByRole("textbox", { name: /^Signers of/ }).fill("Sponsor; Security")
    await page.keyboard.press("Enter")
    await panel.getByRole("button", { name: "Send to review" }).click()
    await expect(panel).toContainText("In review")
    await expect(options.getByRole("button", { name: "Edit" })).toHaveCount(0)
    // Messages lie over the panel for a few seconds.
    const dismiss = page.getByRole("button", { name: "Dismiss" })
    while ((await dismiss.count()) > 0) await dismiss.first().click()
    // What the bar of acts lies over is reached by scrolling.
    await panel.getByRole("textbox", { name: "New comment" }).scrollIntoViewIfNeeded()
    await expectAccessible(page)
  })
  await test.step("both sign the same text, and it is accepted", async () => {
    for (const [who, role] of [
      [sponsor, "sponsor"],
      [security, "security"],
    ] as const) {
      const theirs = await enter(who)
      await theirs.goto(address)
      await expect(theirs.getByText("1 awaits your signature.")).toBeVisible()
      await theirs.getByRole("row", { name: /Mask columns by policy/ }).click()
      await theirs.getByRole("button", { name: `Sign for ${role}` }).click()
    }
    await expect(page.getByText("1 of 1")).toBeVisible()
    await expect(panel).toContainText("Accepted")
  })
})

test("the landscape is drawn, and a use case waits for its gate", async ({ programme, enter }) => {
  const at = `/programmes/${programme.id}`
  const add = (name: string, more: object) => programme.api("POST", `${at}/landscape`, { name, ...more })
  const raw = await add("Raw zone", { kind: "store", layer: "raw", disposition: "migrate", toBeName: "raw in Unity" })
  const feeds = { feedsAsIsIds: [raw.id], feedsToBeIds: [raw.id] }
  await add("Core banking", { kind: "data_source", layer: "sources", disposition: "retain", ...feeds })
  const page = await enter(admin)
  await page.goto(`${at}/architecture/board`)
  const surface = page.getByRole("application")
  await expect(surface).toContainText("Core banking")
  await expectAccessible(page)
  await surface.focus()
  await page.keyboard.press("1")
  await expect(surface).not.toContainText("raw in Unity")
  await page.keyboard.press("2")
  await expect(surface).toContainText("raw in Unity")
  await page.keyboard.press("ArrowRight")
  await expect(page.getByRole("complementary", { name: "Core banking" })).toBeVisible()
  await page.keyboard.press("ArrowRight")
  await expect(page.getByRole("complementary", { name: /raw/i })).toContainText("Core banking")
  await test.step("a use case is written down, scored and drawn", async () => {
    await page.goto(`${at}/use-cases`)
    await page.getByRole("button", { name: "Start with seven criteria" }).click()
    await page.keyboard.press("c")
    await page.keyboard.type("Fraud signals")
    await page.keyboard.press("Enter")
    const panel = page.getByRole("complementary", { name: "Fraud signals" })
    await expect(panel).toContainText("not scored")
    const { items } = await programme.api("GET", `${at}/use-cases`)
    const { items: criteria } = await programme.api("GET", `${at}/use-case-criteria`)
    const scores = criteria.map(({ id, side }: { id: string; side: string }) => ({
      ...{ criterionId: id, value: side === "value" ? 4 : 2 },
    }))
    await programme.api("POST", `${at}/use-cases/${items[0].id}/scores`, { scores })
    await expect(page.getByRole("row", { name: /Fraud signals/ })).toContainText("MVP")
    await page.keyboard.press("Escape")
    await expect(page.getByRole("button", { name: /Fraud signals, MVP: value 4.0, effort 2.0/ })).toBeVisible()
    await expectAccessible(page)
  })
})

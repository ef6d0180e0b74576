import { admin, expect, expectAccessible, test } from "../fixtures"

test("a sprint is planned by keyboard, run on the board, and closed with what is left carried over", async ({
  programme,
  enter,
}) => {
  const at = (place: string) => `/programmes/${programme.id}/work/${place}`
  const page = await enter(admin)
  const { items } = await programme.api("GET", `/programmes/${programme.id}/work-items`)
  const [first, second] = items
  for (const { id, version } of [first, second])
    await programme.api("PATCH", `/programmes/${programme.id}/work-items/${id}`, { version, effortDays: 2 })

  await test.step("the first sprint is added where there is none", async () => {
    await page.goto(at("plan"))
    await expect(page.getByText("No sprint is planned yet; fill one from the backlog.")).toBeVisible()
    await page.getByRole("button", { name: "Add Sprint 1" }).click()
    await expect(page.getByRole("region", { name: "Sprint 1" })).toBeVisible()
  })
  const sprint = page.getByRole("region", { name: "Sprint 1" })
  const backlog = page.getByRole("region", { name: "Backlog" })
  await test.step("P puts two items in, and nothing is saved before it is confirmed", async () => {
    for (const { title } of [first, second]) {
      await backlog.getByRole("row", { name: title }).first().focus()
      await page.keyboard.press("p")
      await expect(sprint.getByRole("row", { name: title })).toBeVisible()
    }
    await expect(page.getByText("preview, nothing is saved yet")).toBeVisible()
    await expectAccessible(page)
    await page.getByRole("button", { name: "Confirm sprint" }).click()
    await expect(page.getByText("Sprint 1: 2 put in, 0 taken out")).toBeVisible()
    await page.getByRole("button", { name: "Start sprint" }).click()
    await expect(page.getByText("Started Sprint 1")).toBeVisible()
  })
  await test.step("on the board one of them is done", async () => {
    await page.goto(at("board"))
    await expect(
      page.getByRole("gridcell", { name: first.title }).or(page.getByText(first.title)).first(),
    ).toBeVisible()
    await expectAccessible(page)
    const { items: now } = await programme.api("GET", `/programmes/${programme.id}/work-items`)
    const { version } = now.find(({ id }: { id: string }) => id === first.id)
    await programme.api("PATCH", `/programmes/${programme.id}/work-items/${first.id}`, { version, status: "done" })
    await expect(page.getByText("2.0 of 4.0 d done")).toBeVisible()
  })
  await test.step("the report closes it and keeps what came of it", async () => {
    await page.goto(at("report"))
    // A sprint that is started before its first day has no burn-up yet, and says when it begins.
    await expect(page.getByRole("region", { name: "Answer" })).toContainText(/2\.0 of 4\.0 d|burn-up starts with/)
    await expectAccessible(page)
    await page.getByRole("button", { name: "Close sprint" }).click()
    await expect(page.getByRole("button", { name: "Reopen sprint" })).toBeVisible()
    const { items: lines } = await programme.api("GET", `/programmes/${programme.id}/sprint-lines`)
    const outcomes = new Map(lines.map((line: { itemId: string; outcome: string }) => [line.itemId, line.outcome]))
    expect([outcomes.get(first.id), outcomes.get(second.id)]).toEqual(["done", "carried"])
  })
})

test("the RACI is filled by keyboard, and warns of two who are accountable", async ({ programme, enter }) => {
  const people = []
  for (const name of ["Ana Torres", "Ben Okoye"])
    people.push(await programme.api("POST", `/programmes/${programme.id}/people`, { name, roleKey: "architect" }))
  const page = await enter(admin)
  await page.goto(`/programmes/${programme.id}/people/raci`)
  const grid = page.getByRole("grid", { name: "RACI" })
  const cell = (name: string, part: string) =>
    grid.getByRole("gridcell", { name: `Cloud Provisioning, ${name}: ${part}` })
  await cell("Ana Torres", "empty").focus()
  await page.keyboard.press("a")
  await expect(cell("Ana Torres", "accountable")).toBeVisible()
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Shift+A")
  await expect(cell("Ben Okoye", "accountable and responsible")).toBeVisible()
  await expect(page.getByText("Two accountable: Torres, Okoye")).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press("r")
  await expect(cell("Ben Okoye", "responsible")).toBeVisible()
  await expect(page.getByText("Two accountable: Torres, Okoye")).toHaveCount(0)
  await expect
    .poll(async () => {
      const { workstreams: now } = await programme.api("GET", `/programmes/${programme.id}/roadmap`)
      return now.find(({ name }: { name: string }) => name === "Cloud Provisioning").ownerId
    })
    .toBe(people[0].id)
})

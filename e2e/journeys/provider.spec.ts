import type { Page } from "@playwright/test"
import type { SignatureView, SignOffView } from "@/lib/assurance/sign-contract"
import { expect, expectAccessible, type Programme } from "../fixtures"
import { agree, answerAs, test, type Visitor } from "../provider"

test.use({ actionTimeout: 8_000 })
const LINE = "The business can rely on the runs"
const OLD = "You signed in more than 15 minutes ago."
const panel = (page: Page) => page.getByRole("complementary").last()
const verb = (page: Page, as: string) => panel(page).getByRole("button", { name: `Sign as ${as}` })

/** A line of the checklist whose one check is proved, so that sponsor and data owner may sign it. */
async function provedLine({ api, id }: Programme, sponsor: Visitor): Promise<string> {
  const at = `/programmes/${id}`
  const check = await api("POST", `${at}/checks`, { sentence: "The business has agreed to rely on the runs." })
  const evidence = await api("POST", `${at}/checks/${check.id}/evidence`, { title: "The minutes", note: "All agreed." })
  const judged = await ask(sponsor.page, `${at}/evidence/${evidence.id}/judgement`, {
    ...{ version: evidence.version, accepted: true, reason: "" },
  })
  expect(judged.status, judged.code).toBe(200)
  const signerRoles = ["sponsor", "data-owner"]
  const line = await api("POST", `${at}/criteria`, { name: LINE, signerRoles, checkIds: [check.id] })
  await answersFor({ api, id }, "sponsor", sponsor)
  return line.id
}
const answersFor = ({ api, id }: Pick<Programme, "api" | "id">, key: string, { personId }: Visitor) =>
  api("POST", `/programmes/${id}/responsibilities`, { key, personId, fromDay: "2026-01-05" })

/** Asks the API with the session that a page's browser holds. */
async function ask(page: Page, path: string, data: unknown): Promise<{ status: number; code: string }> {
  const headers = { origin: new URL(page.url()).origin, "content-type": "application/json" }
  const reply = await page.request.post(`${headers.origin}/api/v1${path}`, { data: JSON.stringify(data), headers })
  return { status: reply.status(), code: (await reply.json()).code }
}

/** Whose signatures the line has, as the lead sees it. */
async function signers({ api, id }: Programme, lineId: string): Promise<readonly (readonly [string, string])[]> {
  const { items } = await api("GET", `/programmes/${id}/sign-offs`)
  const line = items.find((each: SignOffView) => each.id === lineId)
  return line.signatures.map(({ responsibility, person }: SignatureView) => [responsibility, person.id])
}

/** Signs past the screen: what the server says to the very text that stands there. */
async function signByHand(page: Page, { api, id }: Programme, lineId: string, responsibility: string) {
  const at = `/programmes/${id}/sign-offs/criterion/${lineId}`
  const { hash } = await api("GET", `${at}/statement`)
  return (await ask(page, `${at}/signatures`, { responsibility, statementHash: hash })).code
}

/** Opens the line and signs it with a sign-in that is too old; the answer is the question who it is. */
async function signTooLate({ page }: Visitor, programme: Programme): Promise<string> {
  await page.goto(`/programmes/${programme.id}/assurance`)
  await page.getByRole("button", { name: LINE }).click()
  await expect(panel(page).getByText("You sign that 1 check is met")).toBeVisible()
  const place = page.url()
  const answered = page.waitForResponse((reply) => reply.url().endsWith("/signatures"))
  await verb(page, "Sponsor").click()
  expect((await answered).status()).toBe(403)
  await expect(panel(page).getByText(OLD)).toBeVisible()
  return place
}

test("a signature on an old sign-in asks the provider again, and is then made in the very place", async ({
  programme,
  visit,
  age,
  provider,
}) => {
  test.setTimeout(120_000)
  const ingrid = await visit("Ingrid Solberg", "executive")
  const { page } = ingrid
  const lineId = await provedLine(programme, ingrid)
  let place = ""

  await test.step("the server refuses, and the screen asks for the provider, not for a password", async () => {
    await age(page, { here: 16, there: 16 })
    place = await signTooLate(ingrid, programme)
    await expect(page.getByLabel("Your password")).toHaveCount(0)
    await expectAccessible(page)
    await panel(page).getByRole("button", { name: "Cancel" }).click()
    await verb(page, "Sponsor").click()
    await expect(panel(page).getByText(OLD)).toBeVisible()
    expect(await signByHand(page, programme, lineId, "sponsor")).toBe("sign-in-again")
    expect(await signers(programme, lineId)).toEqual([])
  })
  await test.step("the provider asks who it is, although the browser is signed in there", async () => {
    await panel(page).getByRole("button", { name: "Sign in again" }).click()
    await expect(page).toHaveURL(new RegExp(`^${provider.issuer}/interaction/`))
    await answerAs(page, ingrid.login)
  })
  await test.step("back at the criterion, the member signs it", async () => {
    await expect(page).toHaveURL(place)
    await expect(panel(page).getByRole("heading", { name: LINE })).toBeVisible()
    await verb(page, "Sponsor").click()
    await expect(panel(page).getByText("1 of 2 signed")).toBeVisible()
    expect(await signers(programme, lineId)).toEqual([["sponsor", ingrid.personId]])
    const { items } = await (await page.request.get("/api/v1/me/sessions")).json()
    expect(items, "the sign-in that was too old was refused").toHaveLength(1)
  })
})

test("a sign-in that the provider itself asked for a while ago is only as fresh as that", async ({
  programme,
  visit,
  age,
}) => {
  test.setTimeout(120_000)
  const ingrid = await visit("Ingrid Solberg", "executive")
  const { page } = ingrid
  const lineId = await provedLine(programme, ingrid)

  await test.step("a question left out on the way to the provider lets nobody in", async () => {
    await age(page, { here: 16, there: 16 })
    await signTooLate(ingrid, programme)
    await page.route(/\/auth\?/, (route) => {
      const url = new URL(route.request().url())
      url.searchParams.delete("max_age")
      return route.continue({ url: url.href })
    })
    await panel(page).getByRole("button", { name: "Sign in again" }).click()
    await expect(page.getByText("Sign-in with your identity provider wasn't completed.")).toBeVisible()
    expect(await signByHand(page, programme, lineId, "sponsor")).toBe("sign-in-again")
    await page.unroute(/\/auth\?/)
  })
  await test.step("the provider, asked five minutes ago, asks nothing, and the signature counts from then", async () => {
    await age(page, { here: 0, there: -11 })
    const place = await signTooLate(ingrid, programme)
    await panel(page).getByRole("button", { name: "Sign in again" }).click()
    await expect(panel(page).getByText(OLD)).toHaveCount(0)
    await expect(page).toHaveURL(place)
    await verb(page, "Sponsor").click()
    await expect(panel(page).getByText("1 of 2 signed")).toBeVisible()
    const { items } = await (await page.request.get("/api/v1/me/sessions")).json()
    const { signedInAt } = items.find(({ current }: { current: boolean }) => current)
    expect(Date.now() - Date.parse(signedInAt)).toBeGreaterThan(4.9 * 60_000)
  })
})

test("whoever else answers at the provider signs in their own name or not at all", async ({
  programme,
  visit,
  age,
  provider,
  address,
}) => {
  test.setTimeout(150_000)
  const ingrid = await visit("Ingrid Solberg", "executive")
  const sana = await visit("Sana Khan", "architect")
  const { page } = ingrid
  const lineId = await provedLine(programme, ingrid)
  await answersFor(programme, "data-owner", sana)
  await age(page, { here: 16, there: 16 })
  const place = await signTooLate(ingrid, programme)

  await test.step("somebody who is not invited is told so, and nothing is signed", async () => {
    const { login } = provider.know(`jonas.lindt.${programme.id.slice(-6)}`, "Jonas Lindt")
    await panel(page).getByRole("button", { name: "Sign in again" }).click()
    await answerAs(page, login)
    await agree(page)
    await expect(page.getByText("This e-mail address has no invitation.")).toBeVisible()
    await expectAccessible(page)
    expect(await signByHand(page, programme, lineId, "sponsor")).toBe("sign-in-again")
  })
  await test.step("from there it goes on to the line, where the question stands as before", async () => {
    await page.getByRole("link", { name: "Back" }).click()
    await expect(page).toHaveURL(place)
    await verb(page, "Sponsor").click()
    await expect(panel(page).getByText(OLD)).toBeVisible()
  })
  await test.step("giving up at the provider leads there too", async () => {
    await page.context().clearCookies({ name: "_session" })
    await panel(page).getByRole("button", { name: "Sign in again" }).click()
    await page.getByRole("link", { name: "Cancel" }).click()
    await expect(page.getByText("Sign-in with your identity provider wasn't completed.")).toBeVisible()
    await page.getByRole("link", { name: "Back" }).click()
    await expect(page).toHaveURL(place)
    expect(await signByHand(page, programme, lineId, "sponsor")).toBe("sign-in-again")
  })
  await test.step("another member comes back signed in and signs for what they answer for", async () => {
    const before = await page.context().cookies(address)
    await verb(page, "Sponsor").click()
    await panel(page).getByRole("button", { name: "Sign in again" }).click()
    await answerAs(page, sana.login)
    await agree(page)
    await expect(page).toHaveURL(place)
    await expect(verb(page, "Data owner")).toBeVisible()
    await expect(verb(page, "Sponsor")).toHaveCount(0)
    expect(await signByHand(page, programme, lineId, "sponsor")).toBe("not-responsible")
    await verb(page, "Data owner").click()
    await expect(panel(page).getByText("1 of 2 signed")).toBeVisible()
    expect(await signers(programme, lineId)).toEqual([["data-owner", sana.personId]])
    await page.context().addCookies(before.filter(({ name }) => name === "lakeward.session"))
    expect(await signByHand(page, programme, lineId, "sponsor")).toBe("sign-in-needed")
    expect(await signers(programme, lineId)).toEqual([["data-owner", sana.personId]])
  })
})

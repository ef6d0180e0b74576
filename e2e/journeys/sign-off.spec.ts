import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import type { Page } from "@playwright/test"
import { bring, bundleResult, declareWorkspaces, hoursAgo } from "../facts"
import { admin, expect, expectAccessible, type Person, type Programme, test } from "../fixtures"

test.use({ actionTimeout: 8_000 })
const LINE = "The business can rely on the runs"
const CHECK = "The business has agreed to rely on the runs."
const panel = (page: Page) => page.getByRole("complementary").last()
const checklist = ({ id }: Programme, query = "") => `/programmes/${id}/assurance${query}`
const runs = (value: number, hours: number) => [{ metric: "runs-succeeded", value, n: 400, asOf: hoursAgo(hours) }]

/** Says in the settings who answers for something. */
async function answers(page: Page, programme: Programme, key: string, person: Person) {
  await page.goto(`/programmes/${programme.id}/settings/people`)
  await page.getByRole("button", { name: "Assign signatory" }).click()
  const form = page.getByRole("form", { name: "Assign signatory" })
  await form.getByRole("combobox", { name: "Signatory for" }).click()
  await page.getByRole("option", { name: key }).click()
  await form.getByRole("button", { name: /^Person/ }).click()
  await page.getByRole("combobox", { name: "Search: Person" }).fill(person.name)
  await page.keyboard.press("Enter")
  await form.getByRole("button", { name: "Save" }).click()
  await expect(page.getByRole("list", { name: "Signatories" })).toContainText(person.name)
}

test("a line is proved, signed by two, contradicted by facts, and its proof verifies without the product", async ({
  programme,
  enter,
}) => {
  test.setTimeout(240_000)
  const [sponsor, owner, engineer] = [
    await programme.invite("Ingrid Solberg", "executive"),
    await programme.invite("Sana Khan", "architect"),
    await programme.invite("Marta Ruiz", "contributor"),
  ]
  await declareWorkspaces(programme, "ws-1")
  const lead = await enter(admin)
  const [first, second, writer] = [await enter(sponsor), await enter(owner), await enter(engineer)]

  await test.step("the lead says who answers for what", async () => {
    await answers(lead, programme, "Sponsor", sponsor)
    await answers(lead, programme, "Data owner", owner)
    await expectAccessible(lead)
  })
  await test.step("and adds a check and a line of the checklist", async () => {
    await lead.goto(checklist(programme))
    await lead.getByRole("button", { name: "Add" }).click()
    await lead.getByRole("menuitem", { name: "Attested check" }).click()
    await lead.getByLabel("Statement to prove").fill(CHECK)
    await lead.getByRole("button", { name: "Add the check" }).click()
    await expect(panel(lead).getByRole("heading", { name: CHECK })).toBeVisible()
    await lead.getByRole("button", { name: "Add", exact: true }).click()
    await lead.getByRole("menuitem", { name: "Success criterion" }).click()
    await lead.getByLabel("Criterion", { exact: true }).fill(LINE)
    await lead.getByPlaceholder("Find a check").fill("rely on the runs")
    await lead.getByRole("checkbox", { name: CHECK }).check()
    await lead.getByPlaceholder("Find a check").fill("finished runs succeeded")
    await lead.getByRole("checkbox", { name: /finished runs succeeded/ }).check()
    await expectAccessible(lead)
    await lead.getByRole("button", { name: "Add criterion" }).click()
    await expect(panel(lead).getByRole("heading", { name: LINE })).toBeVisible()
    await bring(lead, programme, await bundleResult(programme, runs(0.99, 12)))
  })
  await test.step("somebody hands in evidence, and may not accept it", async () => {
    await writer.goto(checklist(programme))
    await writer.getByRole("button", { name: LINE }).click()
    await panel(writer).getByRole("button", { name: CHECK }).click()
    await panel(writer).getByRole("button", { name: "Submit evidence" }).click()
    await writer
      .getByLabel("Evidence file")
      .locator("input")
      .setInputFiles({
        ...{ name: "minutes.txt", mimeType: "text/plain", buffer: Buffer.from("All agreed on 20 Nov.") },
      })
    await panel(writer).getByRole("form").getByRole("button", { name: "Submit evidence" }).click()
    await expect(panel(writer).getByText("Awaiting review").first()).toBeVisible()
    await expect(panel(writer).getByRole("button", { name: "Accept minutes", exact: true })).toHaveCount(0)
    await expectAccessible(writer)
  })
  await test.step("a second person accepts it from what waits", async () => {
    await lead.goto(`/programmes/${programme.id}/assurance/evidence`)
    await lead.getByRole("button", { name: "Accept minutes", exact: true }).click()
    await expect(lead.getByText("Nothing needs attention.")).toBeVisible()
    await expectAccessible(lead)
  })
  await test.step("the sponsor signs what they see in two interactions, on a telephone", async () => {
    await first.setViewportSize({ width: 390, height: 844 })
    await first.goto(checklist(programme))
    await first.getByRole("button", { name: LINE }).click()
    await expect(panel(first).getByText("You sign that 2 checks are met")).toBeVisible()
    await expect(panel(first).getByText("“minutes” by Marta Ruiz")).toBeVisible()
    await expectAccessible(first)
    await panel(first).getByRole("button", { name: "Sign as Sponsor" }).click()
    await expect(panel(first).getByText("1 of 2 signed")).toBeVisible()
    await expect(panel(first).getByText("You've already signed this.")).toBeVisible()
  })
  await test.step("the other signs the very same text, and says the password again when the sign-in is old", async () => {
    await second.goto(checklist(programme))
    await second.getByRole("button", { name: LINE }).focus()
    await second.keyboard.press("Enter")
    await panel(second).getByRole("button", { name: "Show statement text" }).click()
    await expect(panel(second).getByText("lakeward-statement-1")).toBeVisible()
    let asked = 0
    await second.route("**/signatures", async (route) => {
      asked += 1
      if (asked > 1) return route.continue()
      const detail = "You signed in more than 15 minutes ago. Confirm it's you, then sign."
      await route.fulfill({ status: 403, json: { status: 403, code: "sign-in-again", detail } })
    })
    await panel(second).getByRole("button", { name: "Sign as Data owner" }).click()
    await second.getByLabel("Your password").fill("not my password at all")
    await second.keyboard.press("Enter")
    await expect(panel(second).getByText("Incorrect password.")).toBeVisible()
    await expectAccessible(second)
    await second.getByLabel("Your password").fill(owner.password)
    await second.keyboard.press("Enter")
    await expect(panel(second).getByText("Signed off", { exact: true })).toBeVisible()
  })
  const proof = path.join(mkdtempSync(path.join(tmpdir(), "lakeward-proof-")), "proof.zip")
  await test.step("the proof verifies with Node alone, and any changed byte is found", async () => {
    const waiting = second.waitForEvent("download")
    await panel(second).getByRole("link", { name: "Download the proof" }).click()
    await (await waiting).saveAs(proof)
    const verifier = path.join(path.dirname(proof), "verify.mjs")
    writeFileSync(verifier, await (await second.request.get("/api/v1/proof-verifier")).body())
    const verify = () => spawnSync(process.execPath, [verifier, proof], { encoding: "utf8" })
    const sound = verify()
    expect([sound.status, sound.stdout], sound.stdout).toEqual([0, expect.stringContaining("The proof holds.")])
    const bytes = readFileSync(proof)
    const at = bytes.indexOf("All agreed on 20 Nov.")
    expect(at).toBeGreaterThan(0)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(proof, bytes)
    expect(verify().status).toBe(1)
  })
  await test.step("facts that say otherwise twice contradict what was signed", async () => {
    await bring(lead, programme, await bundleResult(programme, runs(0.71, 2)))
    await bring(lead, programme, await bundleResult(programme, runs(0.7, 1)))
    await lead.goto(checklist(programme))
    await expect(lead.getByRole("row", { name: LINE })).toContainText("Contradicted since sign-off")
    await lead.getByRole("button", { name: LINE }).click()
    await expect(panel(lead).getByText("Newer facts contradict this sign-off.")).toBeVisible()
    await expectAccessible(lead)
  })
  await test.step("whoever signed takes the signature back with a reason, and both stay on record", async () => {
    await first.reload()
    await panel(first).getByRole("button", { name: "Revoke the signature of Ingrid Solberg" }).click()
    await first.getByLabel(/^Why revoke the signature/).fill("The runs fail since Tuesday.")
    await panel(first).getByRole("button", { name: "Revoke", exact: true }).click()
    await expect(panel(first).getByRole("region", { name: "Earlier signatures" })).toContainText(
      "The runs fail since Tuesday.",
    )
    await expect(panel(first).getByText("Contradicted since sign-off")).toHaveCount(0)
  })
})

test("a check is left out for a time only when a second person agrees", async ({ programme, enter }) => {
  const engineer = await programme.invite("Marta Ruiz", "contributor")
  const [lead, page] = [await enter(admin), await enter(engineer)]
  const { items } = await programme.api("GET", `/programmes/${programme.id}/checks`)
  const [{ id }] = items
  await page.goto(checklist(programme, `?check=${id}`))
  await panel(page).getByRole("button", { name: "Request" }).click()
  await page.getByLabel("Reason").fill("The licence comes in January.")
  await panel(page).getByRole("button", { name: "Request", exact: true }).click()
  await expect(panel(page).getByText("needs approval from someone else")).toBeVisible()
  await expect(panel(page).getByRole("button", { name: "Approve" })).toHaveCount(0)
  await lead.goto(`/programmes/${programme.id}/assurance/evidence`)
  await lead.getByRole("button", { name: "Approve" }).click()
  await expect(panel(page).getByText("Waived", { exact: true })).toBeVisible()
  await panel(page).getByRole("button", { name: "End the waiver" }).click()
  await expect(panel(page).getByText("Waived", { exact: true })).toHaveCount(0)
})

import type { Page } from "@playwright/test"
import * as files from "../facts"
import { admin, expect, expectAccessible, type Programme, test } from "../fixtures"

test.use({ actionTimeout: 8_000 })

type Change = { readonly check: RegExp; readonly to: "Met" | "Not met" }
type Kind = {
  readonly name: string
  readonly file: () => files.GivenFile
  /** As it is listed. */
  readonly source: string
  /** Whether the page must be told what it is, because its name does not say it. */
  readonly isToldSource?: boolean
  /** Whether it does not say when it was taken. */
  readonly isToldDay?: boolean
  /** The workspace it is of, if it does not say so. */
  readonly workspace?: string
  /** Of how many facts of how many metrics it is. */
  readonly says: RegExp
  readonly facts: readonly RegExp[]
  readonly leftOut: readonly RegExp[]
  readonly changes: readonly Change[]
}

const kinds: readonly Kind[] = [
  {
    name: "An export of the security analysis tool",
    file: files.satExport,
    source: "Security Analysis Tool",
    isToldSource: true,
    says: /^Security Analysis Tool, 2 facts of 1 metric, taken /,
    facts: [/^high-severity-failures 0 1 finance /, /^high-severity-failures 0 1 marketing /],
    leftOut: [/Controls of older runs: 1/, /medium-severity-failures is not kept: no check asks for it/],
    changes: [{ check: /finds no failure of high severity/, to: "Met" }],
  },
  {
    name: "A table of an assessment as CSV",
    file: files.ucxTables,
    source: "UCX assessment",
    workspace: "finance",
    isToldDay: true,
    says: /^UCX assessment, 2 facts of 2 metrics, taken on /,
    facts: [/^tables-in-unity-catalog 1 2 /, /^unexplained-unreadable-objects 0 2 /],
    leftOut: [],
    changes: [
      { check: /hive metastore/i, to: "Met" },
      { check: /could not be read|unreadable|inventor/i, to: "Met" },
    ],
  },
  {
    name: "A whole assessment as a workbook",
    file: files.ucxWorkbook,
    source: "UCX assessment",
    workspace: "finance",
    isToldDay: true,
    says: /^UCX assessment, 2 facts of 2 metrics, taken on /,
    facts: [/^tables-in-unity-catalog 0\.5 2 /, /^unexplained-unreadable-objects 1 2 /],
    leftOut: [/00_3_count_total_tables: .*: 1/],
    changes: [{ check: /hive metastore/i, to: "Not met" }],
  },
  {
    name: "A summary of quality checks",
    file: files.dqxSummary,
    source: "DQX summary",
    workspace: "finance",
    says: /^DQX summary, 1 fact of 1 metric, taken /,
    facts: [/^rows-passing-quality-rules 0\.9975 2,000 /],
    leftOut: [],
    changes: [{ check: /99 of 100 rows pass the quality rules/, to: "Met" }],
  },
  {
    name: "Facts of one's own as JSON",
    file: files.restFacts,
    source: "REST facts",
    workspace: "finance",
    says: /^REST facts, 2 facts of 2 metrics, taken /,
    facts: [/^tokens-beyond-ninety-days 0 12 /, /^most-admins-in-a-workspace Not permitted – – /],
    leftOut: [/No check asks for coffees-drunk: 1/],
    changes: [{ check: /No access token lives longer than ninety days/, to: "Met" }],
  },
]

const factsPage = ({ id }: Programme) => `/programmes/${id}/assurance/facts`
const setsOf = async ({ api, id }: Programme) => (await api("GET", `/programmes/${id}/fact-sets`)).items
const importButton = (page: Page) => page.getByRole("button", { name: /^Import \d/ })
const fault = (page: Page) => page.getByRole("region", { name: "Errors" })

/** Chooses a file by the button, as a person does. */
async function choose(page: Page, file: files.GivenFile): Promise<void> {
  const asked = page.waitForEvent("filechooser")
  await page.getByRole("button", { name: /^Choose (a|another) file$/ }).click()
  await (await asked).setFiles(file)
}

/** Drops a file on its place. */
async function drop(page: Page, { name, mimeType, buffer }: files.GivenFile): Promise<void> {
  const dragged = await page.evaluateHandle(
    ([title, type, bytes]) => {
      const transfer = new DataTransfer()
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([content], title, { type }))
      return transfer
    },
    [name, mimeType, buffer.toString("base64")] as const,
  )
  const place = page.getByRole("region", { name: "Facts file" })
  for (const event of ["dragenter", "dragover", "drop"]) await place.dispatchEvent(event, { dataTransfer: dragged })
}

/** Says beside the file what it does not say of itself. */
async function tell(
  page: Page,
  { source, isToldSource, isToldDay, workspace }: Pick<Kind, "source" | "isToldSource" | "isToldDay" | "workspace">,
): Promise<void> {
  if (isToldSource) {
    await page.getByRole("combobox", { name: /^From/ }).click()
    await page.getByRole("option", { name: source }).click()
  }
  if (workspace) {
    await expect(importButton(page)).toHaveCount(0)
    await page.getByRole("textbox", { name: "Workspace" }).fill(workspace)
    await page.getByRole("textbox", { name: "Workspace" }).press("Tab")
  }
  if (!isToldDay) return
  await expect(fault(page)).toContainText("This file doesn't include the date it was taken. Enter the date above")
  await expect(importButton(page)).toHaveCount(0)
  const day = page.getByRole("textbox", { name: "Taken on" })
  await day.fill(files.exportDay())
  await day.press("Enter")
}

for (const kind of kinds)
  test(`${kind.name} is looked at, imported once and listed`, async ({ programme, enter }) => {
    const page = await enter(admin)
    const file = kind.file()
    await files.declareWorkspaces(programme, ...(kind.workspace ? [kind.workspace] : ["finance", "marketing"]))
    await page.goto(factsPage(programme))
    await test.step("what is in it and what it would change is seen before anything is written", async () => {
      await choose(page, file)
      await tell(page, kind)
      await expect(page.getByText(kind.says)).toBeVisible()
      const sample = page.getByRole("table", { name: "Sample" })
      for (const fact of kind.facts) await expect(sample.getByRole("row", { name: fact })).toHaveCount(1)
      const leftOut = page.getByRole("region", { name: "Rows of the file" })
      await expect(leftOut).toContainText(/\d+ rows? read: \d+ taken, \d+ the same as others, \d+ set aside\./)
      for (const words of kind.leftOut) await expect(leftOut).toContainText(words)
      const changes = page.getByRole("list", { name: "Verdict changes" })
      for (const { check, to } of kind.changes)
        await expect(changes.getByRole("listitem").filter({ hasText: check })).toContainText(
          new RegExp(`Unknown${to}$`),
        )
      await expectAccessible(page)
      expect(await setsOf(programme)).toEqual([])
    })
    await test.step("it becomes one set, listed with its source", async () => {
      await importButton(page).click()
      await expect(page.getByText(/^Imported \d facts?; \d verdicts? changed\./)).toBeVisible()
      await page.getByRole("link", { name: "Back to evidence" }).click()
      const sets = page.getByRole("table", { name: "Fact sets" })
      await expect(sets.getByRole("rowheader")).toHaveText(new RegExp(`${kind.source}.*${file.name}`))
      await sets.getByRole("link", { name: kind.source }).click()
      const facts = page.getByRole("table", { name: "Facts" })
      for (const fact of kind.facts) await expect(facts.getByRole("row", { name: fact })).toHaveCount(1)
    })
    await test.step("the very same file again, dropped and under another name, is that set", async () => {
      const address = page.url()
      await page.goto(factsPage(programme))
      await drop(page, { ...file, name: file.name.replace(/(\.\w+)$/, " (1)$1") })
      await tell(page, kind)
      await expect(
        page.getByText(/^This file was already imported .+ by robin\.keller, so there is nothing to import/),
      ).toBeVisible()
      await expect(importButton(page)).toHaveCount(0)
      await page.getByRole("link", { name: "View its facts" }).click()
      await expect(page).toHaveURL(address)
      expect(await setsOf(programme)).toHaveLength(1)
    })
  })

test("who imports a file that somebody else brought meanwhile is told that it is here", async ({
  programme,
  enter,
}) => {
  const page = await enter(admin)
  const { name: fileName, ...file } = files.dqxSummary()
  await page.goto(factsPage(programme))
  await choose(page, { name: fileName, ...file })
  await tell(page, { source: "DQX summary", workspace: "finance" })
  await expect(importButton(page)).toBeVisible()
  await files.bring(page, programme, file.buffer, { source: "dqx", fileName, workspace: "finance" })
  await importButton(page).click()
  await expect(page.getByText("This file was already imported. Nothing changed.")).toBeVisible()
  expect(await setsOf(programme)).toHaveLength(1)
})

test("a file that is broken says what to do, and nothing of it is kept", async ({ programme, enter }) => {
  const page = await enter(admin)
  await page.goto(factsPage(programme))
  await test.step("an export with a status that there is not, by its line and column", async () => {
    await choose(page, files.satExport("MAYBE"))
    await tell(page, { source: "Security Analysis Tool", isToldSource: true })
    await expect(fault(page)).toContainText("1 error. Fix the file and choose it again")
    const row = page.getByRole("table", { name: "Errors" }).getByRole("row").last()
    await expect(row).toHaveText(/line 3\s*status\s*A status is PASS or FAIL, or empty/)
    await expectAccessible(page)
  })
  await test.step("a workbook that was cut off", async () => {
    const whole = files.ucxWorkbook()
    await choose(page, { ...whole, buffer: whole.buffer.subarray(0, whole.buffer.length / 2) })
    await expect(fault(page)).toContainText("export it again")
    await expect(importButton(page)).toHaveCount(0)
    await expectAccessible(page)
  })
  await test.step("facts of one's own without what must stand before them", async () => {
    await choose(page, files.bareFacts())
    await expect(fault(page)).toContainText("format, version and takenAt must come before the facts")
    await expect(importButton(page)).toHaveCount(0)
  })
  await test.step("a file with nothing in it that any check asks for", async () => {
    await choose(page, files.csvFile("ucx_jobs.csv", "job_id,job_name\n1,Nightly\n"))
    await page.getByRole("textbox", { name: "Workspace" }).fill("finance")
    await page.getByRole("textbox", { name: "Workspace" }).press("Tab")
    await page.getByRole("textbox", { name: "Taken on" }).fill(files.exportDay())
    await page.getByRole("textbox", { name: "Taken on" }).press("Enter")
    await expect(page.getByText("No check uses the facts in this file")).toBeVisible()
    await expect(importButton(page)).toHaveCount(0)
  })
  await test.step("what was said of one file is not said of the next", async () => {
    await choose(page, files.dqxSummary())
    await expect(importButton(page)).toBeVisible()
    await expect(page.getByRole("textbox", { name: "Taken on" })).toHaveValue("")
  })
  expect(await setsOf(programme)).toEqual([])
})

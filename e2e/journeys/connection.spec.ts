import { loadRelease } from "@/lib/pack/server/releases"
import { bundleOf } from "@/lib/platform/facts/bundle/bundle"
import { declareWorkspaces } from "../facts"
import { admin, expect, expectAccessible, test } from "../fixtures"

const bundle = bundleOf(loadRelease("2026.1"))
const columns = ["metric", "dimension", "value", "n", "as_of", "region", "bundle_version"]

test("a workspace is connected and leads to verdicts, with what it may not read left untold", async ({
  enter,
  programme,
  workspace,
}) => {
  test.setTimeout(180_000)
  const denied = bundle.statements.find(({ metrics }) => metrics.includes("pipeline-updates-completed"))
  Object.assign(workspace, { slowness: 0 })
  workspace.warehouse = (sql) => {
    if (sql === denied?.sql) return { error_code: "BAD_REQUEST", message: "[INSUFFICIENT_PERMISSIONS] no SELECT" }
    const metrics = bundle.statements.find((each) => each.sql === sql)?.metrics ?? []
    const now = new Date().toISOString()
    return { columns, rows: metrics.map((metric) => [metric, "", "1", "500", now, "", bundle.version]) }
  }
  workspace.answers[`/api/2.0/sql/warehouses/${workspace.warehouseId}`] = { id: workspace.warehouseId }
  await declareWorkspaces(programme, workspace.origin)
  const page = await enter(admin)
  await page.goto(`/programmes/${programme.id}/settings/connections`)
  const panel = page.getByRole("complementary", { name: "Production" })
  await test.step("the address must be a workspace's", async () => {
    await page.getByRole("button", { name: "Connect a workspace" }).click()
    await page.getByLabel("Name").fill("Production")
    await page.getByLabel("Workspace URL").fill("https://169.254.169.254/")
    await page.getByLabel("Client ID").fill(workspace.clientId)
    await page.getByLabel("Client secret").fill(workspace.secret)
    await page.getByLabel("SQL warehouse ID").fill(workspace.warehouseId)
    await expectAccessible(page)
    await page.getByRole("button", { name: "Connect", exact: true }).click()
    await expect(page.getByText("This isn't a Databricks workspace URL")).toBeVisible()
    await expect(page.getByLabel("Client secret")).toHaveValue(workspace.secret)
    await page.getByLabel("Workspace URL").fill(workspace.origin)
    await page.getByRole("button", { name: "Connect", exact: true }).click()
    await expect(panel.getByText("No facts fetched yet.")).toBeVisible()
  })
  await test.step("it is tried before anything is fetched, at once and again", async () => {
    await expect(panel.getByText("Connected. The warehouse was found.")).toBeVisible()
    await panel.getByRole("button", { name: "Test connection" }).click()
    await expect(panel.getByText("Connected. The warehouse was found.")).toBeVisible()
    await expectAccessible(page)
  })
  await test.step("fetching goes on through a throttled call and a cut connection", async () => {
    workspace.mishaps.push(
      { at: /POST .*statements/, does: "throttle", retryAfter: "1" },
      { at: /token-management/, does: "cut" },
    )
    await panel.getByRole("button", { name: "Fetch now" }).click()
    await expect(page.getByRole("link", { name: "View facts" })).toBeVisible({ timeout: 90_000 })
    const untold = panel.getByRole("list", { name: "Unknown" })
    await expect(untold).toContainText("no permission to read this")
    await expect(untold).toContainText("Couldn't reach")
    await expect(panel.getByText(/\d+ of \d+ measured, \d+ unknown/)).toBeVisible()
    await expectAccessible(page)
  })
  await test.step("verdicts follow, and what was not permitted is unknown", async () => {
    const { items } = await programme.api("GET", `/programmes/${programme.id}/checks`)
    const verdict = (key: string) => items.find((each: { key: string }) => each.key === key)?.verdict
    expect(verdict("runs-succeed")).toBe("met")
    expect(verdict("pipelines-healthy")).toBe("could-not-tell")
  })
})

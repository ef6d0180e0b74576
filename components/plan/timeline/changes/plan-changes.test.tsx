import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { cleanup, render, screen, waitFor } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { useWork, type Work } from "@/components/plan/roadmap/use-work"
import { ToastProvider } from "@/components/ui/toasts"
import { day } from "@/lib/base/kernel/day"
import { noChange, withChange } from "@/lib/plan/roadmap/replan"
import type { PlanChange } from "@/lib/plan/roadmap/replan-shapes"
import { item, roadmap, today } from "@/lib/plan/roadmap/test-roadmap"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { usePlanChanges } from "./use-plan-changes"

/** A server for one programme, as far as changes of its plan ask it. */
class FakeServer {
  parts: RoadmapView & { items: readonly WorkItemView[] } = {
    ...roadmap,
    items: [item("a", { version: 4 }), item("b")],
  }
  seq = 10
  asked: PlanChange[] = []
  refuseNext: { status: number; body: object } | null = null
  /** Changes are answered after this. */
  held: Promise<void> = Promise.resolve()

  readonly fetch = async (input: string, init: RequestInit = {}): Promise<Response> => {
    const answer = (body: object) => Response.json(body, { headers: { "lakeward-seq": String(this.seq) } })
    if (input.includes("/work-items")) return answer({ items: this.parts.items })
    if (!input.includes("/plan-changes")) return answer({ ...this.parts, items: undefined })
    const change = JSON.parse(String(init.body))
    this.asked.push(change)
    await this.held
    const refusal = this.refuseNext
    this.refuseNext = null
    if (refusal) return Response.json(refusal.body, { status: refusal.status })
    const { links } = this.parts
    const made = withChange(this.parts, change, today)
    this.parts = {
      ...made,
      links: made.links.map((link) => (link.id.includes(" ") ? { ...link, id: "link-1" } : link)),
    }
    this.seq += change.items.length + change.links.length
    const ids = new Set(change.items.map(({ id }: { id: string }) => id))
    return answer({
      items: this.parts.items.filter(({ id }) => ids.has(id)),
      workstreams: [],
      links: this.parts.links.filter((link) => !links.includes(link)),
    })
  }
}

let server: FakeServer
beforeEach(() => {
  server = new FakeServer()
  vi.stubGlobal("fetch", server.fetch)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const moved: PlanChange = { ...noChange, items: [{ id: "a", version: 4, startNoEarlierThan: day("2026-03-09") }] }
const linked: PlanChange = {
  ...noChange,
  links: [
    { add: { from: { kind: "item", id: "a" }, to: { kind: "item", id: "b" }, type: "FS", lag: 0, lagUnit: "days" } },
  ],
}

function Plan({ work }: { work: Work }) {
  const changes = usePlanChanges(work)
  const start = work.items.find(({ id }) => id === "a")?.startNoEarlierThan
  return (
    <>
      <p>{`${start ?? "free"}, ${work.roadmap.links.map(({ id }) => id).join() || "no links"}`}</p>
      <p>{`undoes ${changes.undoes}, redoes ${changes.redoes}`}</p>
      <button type="button" onClick={() => void changes.commit(moved)}>
        Move
      </button>
      <button type="button" onClick={() => void changes.commit(linked)}>
        Link
      </button>
      <input aria-label="Name" />
    </>
  )
}
function Page() {
  const answer = useWork("p")
  return answer.state === "ready" ? <Plan work={answer.work} /> : null
}
async function start() {
  const user = userEvent.setup()
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ToastProvider>
        <Page />
      </ToastProvider>
    </QueryClientProvider>,
  )
  await screen.findByText("free, no links")
  return user
}

describe("a change of the plan", () => {
  it("shows at once, is taken back by Ctrl+Z and done again by Shift+Ctrl+Z, each on the version that is there", async () => {
    const user = await start()
    await user.click(screen.getByRole("button", { name: "Move" }))
    screen.getByText("2026-03-09, no links")
    await screen.findByText(/undoes Moved "a" to .*, redoes null/)
    await user.keyboard("{Control>}z{/Control}")
    await screen.findByText("free, no links")
    await screen.findByText(/undoes null, redoes Moved "a"/)
    await user.keyboard("{Shift>}{Control>}z{/Control}{/Shift}")
    await screen.findByText("2026-03-09, no links")
    await waitFor(() => expect(server.parts.items[0]?.version).toBe(7))
    expect(server.asked.map(({ items }) => items[0])).toMatchObject([
      { version: 4, startNoEarlierThan: "2026-03-09" },
      { version: 5, startNoEarlierThan: null },
      { version: 6, startNoEarlierThan: "2026-03-09" },
    ])
  })
  it("is taken back and done again also while it is on its way, in the order of the keys", async () => {
    const user = await start()
    let letGo = () => {}
    server.held = new Promise((resolve) => {
      letGo = resolve
    })
    await user.click(screen.getByRole("button", { name: "Move" }))
    screen.getByText("2026-03-09, no links")
    await user.keyboard("{Control>}z{/Control}")
    await user.keyboard("{Shift>}{Control>}z{/Control}{/Shift}")
    expect(server.asked).toHaveLength(1)
    letGo()
    await waitFor(() => expect(server.parts.items[0]?.version).toBe(7))
    expect(server.asked.map(({ items }) => items[0]?.startNoEarlierThan)).toEqual(["2026-03-09", null, "2026-03-09"])
    await screen.findByText(/undoes Moved "a" to .*, redoes null/)
  })
  it("is taken back from its message, also a link that had no id of its own at first", async () => {
    const user = await start()
    await user.click(screen.getByRole("button", { name: "Link" }))
    await screen.findByText("free, link-1")
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    await screen.findByText("free, no links")
    expect(server.asked.at(-1)?.links).toEqual([{ remove: { id: "link-1", version: 1 } }])
  })
  it("leaves Ctrl+Z in a field to the field", async () => {
    const user = await start()
    await user.click(screen.getByRole("button", { name: "Move" }))
    await screen.findByText(/undoes Moved/)
    await user.click(screen.getByRole("textbox", { name: "Name" }))
    await user.keyboard("{Control>}z{/Control}")
    expect(server.asked).toHaveLength(1)
  })
  it("that is refused goes off the screen, and what is there comes with a way to look again", async () => {
    const user = await start()
    server.parts = { ...server.parts, items: [item("a", { version: 5, startNoEarlierThan: day("2026-03-16") })] }
    server.refuseNext = {
      status: 409,
      body: { status: 409, code: "changed-meanwhile", detail: "Review the plan and try again.", changedBy: "Leo Tan" },
    }
    await user.click(screen.getByRole("button", { name: "Move" }))
    await screen.findByText("Leo Tan saved first. Review the plan and try again.")
    await screen.findByText("2026-03-16, no links")
    screen.getByText("undoes null, redoes null")
    await user.click(screen.getByRole("button", { name: "Refresh" }))
  })
})

import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { cleanup, render, screen, waitFor } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { ToastProvider } from "@/components/ui/toasts"
import { roadmap } from "@/lib/plan/roadmap/test-roadmap"
import { GateTargets } from "./gate-targets"

const gate = (number: number) => ({
  ...{ id: `00000000-0000-4000-8000-00000000000${number}`, phaseId: `ph${number}`, key: `g${number}`, number },
  ...{ name: `Gate ${number}`, targetDay: null as string | null, passedAt: null, version: 1 },
})
const planned = {
  ...{ statusDay: "2026-03-02", items: [], workstreams: [], finish: "2026-04-10" },
  phases: [1, 2].map((number) => ({ id: `ph${number}`, start: "2026-03-02", finish: "2026-04-10" })),
  gates: [
    { id: gate(1).id, day: "2026-03-13" },
    { id: gate(2).id, day: "2026-04-10" },
  ],
}

let gates: ReturnType<typeof gate>[]
let may: boolean

beforeEach(() => {
  gates = [gate(1), gate(2)]
  may = true
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    if (url.includes("/schedule")) return Response.json(planned)
    const me = { ...roadmap.me, may: { ...roadmap.me.may, editPlan: may } }
    if (init.method !== "PATCH") return Response.json({ ...roadmap, gates, me })
    const { version, targetDay } = JSON.parse(String(init.body))
    const before = gates.find(({ id }) => url.endsWith(id)) ?? expect.fail(url)
    if (before.version !== version) return Response.json({ status: 409, detail: "Changed meanwhile." }, { status: 409 })
    const after = { ...before, targetDay, version: version + 1 }
    gates = gates.map((each) => (each.id === after.id ? after : each))
    return Response.json(after)
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ToastProvider>
        <GateTargets programmeId="p" />
      </ToastProvider>
    </QueryClientProvider>,
  )
const target = (number: number) => screen.findByLabelText(`Target day of Gate ${number}`)
const targets = () => gates.map(({ targetDay }) => targetDay)

test("a target is typed, shown against the plan, and taken back", async () => {
  show()
  await userEvent.type(await target(1), "2026-03-06{Enter}")
  expect(await screen.findByText("5 working days after its target")).toBeTruthy()
  expect(targets()).toEqual(["2026-03-06", null])
  await userEvent.click(screen.getByRole("button", { name: "Undo" }))
  await waitFor(() => expect(targets()).toEqual([null, null]))
})

test("the planned days fill the empty targets only, and one step takes them back", async () => {
  gates = [{ ...gate(1), targetDay: "2026-03-06" }, gate(2)]
  show()
  await userEvent.click(await screen.findByRole("button", { name: "Use planned dates as targets" }))
  expect(await screen.findByText("on its target")).toBeTruthy()
  expect(targets()).toEqual(["2026-03-06", "2026-04-10"])
  expect(screen.queryByRole("button", { name: "Use planned dates as targets" })).toBeNull()
  await userEvent.click(screen.getByRole("button", { name: "Undo" }))
  await waitFor(() => expect(targets()).toEqual(["2026-03-06", null]))
})

test("a target that somebody else set meanwhile is told, and what was typed waits for a decision", async () => {
  show()
  const field = await target(1)
  gates = [{ ...gate(1), targetDay: "2026-05-04", version: 2 }, gate(2)]
  await userEvent.type(field, "2026-03-06{Enter}")
  expect(await screen.findByText(/Changed by someone else: it is .*4 May/)).toBeTruthy()
  expect(await target(1)).toHaveProperty("value", "2026-03-06")
  await userEvent.click(screen.getByRole("button", { name: "Use mine" }))
  await waitFor(() => expect(targets()).toEqual(["2026-03-06", null]))
})

test("who may not change the plan reads the days", async () => {
  may = false
  show()
  expect((await screen.findAllByText("no target")).length).toBe(2)
  expect(screen.queryAllByRole("textbox")).toEqual([])
  expect(screen.queryAllByRole("button")).toEqual([])
})

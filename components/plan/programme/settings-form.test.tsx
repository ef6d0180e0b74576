import { cleanup, render, screen, waitFor } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { ProgrammeSection } from "@/components/people/accounts/programme-section"
import { ToastProvider } from "@/components/ui/toasts"
import { day } from "@/lib/base/kernel/day"
import type { ProgrammeView } from "@/lib/plan/roadmap/programme"
import { roadmap } from "@/lib/plan/roadmap/test-roadmap"

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }))

const today = day("2026-03-02")
const id = "00000000-0000-4000-8000-000000000001"
const christmas = { day: day("2026-12-25"), name: "Christmas Day" }
const saved: ProgrammeView = { ...roadmap.programme, id, sponsor: "Ada Berg", holidays: [christmas] }

/** A server that holds one programme. */
let held: ProgrammeView
let sent: Record<string, unknown>[]

beforeEach(() => {
  held = saved
  sent = []
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    const { version, ...change } = JSON.parse(String(init.body))
    sent.push({ version, ...change })
    if (version !== held.version)
      return Response.json(
        { status: 409, code: "changed-meanwhile", detail: "Changed meanwhile.", current: held },
        { status: 409 },
      )
    held = { ...held, ...change, version: version + 1 }
    return Response.json(held)
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const shown = (programme: ProgrammeView, mayManage = true) => (
  <ToastProvider>
    <ProgrammeSection programme={programme} today={today} mayManage={mayManage} />
  </ToastProvider>
)
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }))
const type = async (label: string, text: string) => {
  await userEvent.clear(screen.getByLabelText(label))
  await userEvent.type(screen.getByLabelText(label), text)
}

test("only what was changed is sent, with the version that was looked at", async () => {
  render(shown(saved))
  expect(screen.getByRole("button", { name: "Save" })).toHaveProperty("disabled", true)
  await userEvent.click(screen.getByRole("checkbox", { name: "AWS" }))
  await userEvent.click(screen.getByRole("checkbox", { name: "Saturday" }))
  await type("Currency", "chf")
  await userEvent.click(screen.getByRole("button", { name: "Remove Christmas Day" }))
  await save()
  expect(sent).toEqual([{ version: 1, clouds: ["azure", "aws"], weekend: [7], currency: "CHF", holidays: [] }])
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }))
  await waitFor(() => expect({ ...held, version: 1 }).toEqual(saved))
})

test("what cannot be saved is told at its field and not sent", async () => {
  render(shown(saved))
  await userEvent.click(screen.getByRole("checkbox", { name: "Azure" }))
  await type("Currency", "euro")
  await save()
  expect(screen.getByText("Choose at least one cloud.")).toBeTruthy()
  expect(sent).toEqual([])
})

test("a change of somebody else is shown, and nothing typed is lost or saved over it unseen", async () => {
  held = { ...saved, sponsor: "Leo Hart", startDay: day("2026-04-01"), version: 2 }
  render(shown(saved))
  await type("Name", "Southbridge")
  await save()
  expect(await screen.findByText(/changed the sponsor and the start in the meantime/)).toBeTruthy()
  expect(screen.getByLabelText("Name")).toHaveProperty("value", "Southbridge")
  expect(screen.getByLabelText("Sponsor (optional)")).toHaveProperty("value", "Leo Hart")
  await userEvent.click(screen.getByRole("button", { name: "Use mine" }))
  await waitFor(() => expect(held).toMatchObject({ name: "Southbridge", sponsor: "Leo Hart", version: 3 }))
})

test("a change that arrives while somebody types is not overwritten by the next save", async () => {
  const { rerender } = render(shown(saved))
  await type("Name", "Southbridge")
  rerender(shown({ ...saved, name: "Eastbridge", version: 2 }))
  expect(screen.getByText(/changed the name in the meantime/)).toBeTruthy()
  expect(screen.getByLabelText("Name")).toHaveProperty("value", "Southbridge")
  await userEvent.click(screen.getByRole("button", { name: "Keep theirs" }))
  expect(screen.getByLabelText("Name")).toHaveProperty("value", "Eastbridge")
  expect(sent).toEqual([])
})

test("who may not manage, or looks at an archived programme, reads and finds nothing to type in", () => {
  const { rerender } = render(shown(saved, false))
  expect(screen.queryAllByRole("textbox")).toEqual([])
  expect(screen.getByText("Saturday, Sunday")).toBeTruthy()
  expect(screen.getByText("Christmas Day")).toBeTruthy()
  rerender(shown({ ...saved, archived: true }))
  expect(screen.queryAllByRole("button")).toEqual([])
})

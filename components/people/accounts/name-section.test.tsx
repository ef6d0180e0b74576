import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { ToastProvider } from "@/components/ui/toasts"
import type { MeView } from "@/lib/people/accounts/views"
import { NameSection } from "./name-section"

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }))

let sent: unknown[]
beforeEach(() => {
  sent = []
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)))
    return Response.json({ ...me, name: "Ada Berg" })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const me = { id: "00000000-0000-4000-8000-000000000001", name: "Ada", email: "ada@example.org", version: 1 } as MeView
const shown = (now: MeView) => (
  <ToastProvider>
    <NameSection me={now} />
  </ToastProvider>
)
const save = () => screen.getByRole("button", { name: "Save" })

test("a name that was changed elsewhere meanwhile is said, and saved over only when one asks for it", async () => {
  const { rerender } = render(shown(me))
  await userEvent.type(screen.getByLabelText("Your name"), " Berg")
  rerender(shown({ ...me, name: "Ada Sol", version: 2 }))
  expect(screen.getByText(/Someone else changed your name/)).toBeTruthy()
  expect(save()).toHaveProperty("disabled", true)
  await userEvent.click(screen.getByRole("button", { name: "Use mine" }))
  await userEvent.click(save())
  expect(sent).toEqual([{ version: 2, name: "Ada Berg" }])
})

test("a name that was not touched follows what was saved elsewhere", async () => {
  const { rerender } = render(shown(me))
  rerender(shown({ ...me, name: "Ada Sol", version: 2 }))
  expect(screen.getByLabelText("Your name")).toHaveProperty("value", "Ada Sol")
  expect(screen.queryByText(/Someone else/)).toBeNull()
  expect(save()).toHaveProperty("disabled", true)
})

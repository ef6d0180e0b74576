import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { ToastProvider } from "@/components/ui/toasts"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import { roadmap } from "@/lib/plan/roadmap/test-roadmap"
import { CriterionForm } from "./criterion-form"
import type { Assurance } from "./use-assurance"

const programmeId = "00000000-0000-4000-8000-000000000001"
const criterionId = "00000000-0000-4000-8000-000000000002"
let sent: object[]
let onDone: (id: string | null) => void
beforeEach(() => {
  sent = []
  onDone = vi.fn()
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)))
    return Response.json({ ...saved, version: 3 })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const saved = {
  ...{ kind: "criterion", id: criterionId, key: "own", number: 9, name: "Three use cases run", custom: true },
  ...{ signers: ["sponsor", "finance"], checkIds: [], dueDay: null, version: 1 },
} as unknown as SignOffView
const assurance = { programmeId, roadmap, checks: [] } as unknown as Assurance
const shown = (line: SignOffView) => (
  <QueryClientProvider client={new QueryClient()}>
    <ToastProvider>
      <CriterionForm line={line} assurance={assurance} onDone={onDone} onRemoved={() => {}} />
    </ToastProvider>
  </QueryClientProvider>
)
const save = () => screen.getByRole("button", { name: "Save" })

test("signatories that somebody else chose meanwhile are not put back by who renames the criterion", async () => {
  const { rerender } = render(shown(saved))
  await userEvent.type(screen.getByLabelText("Criterion"), " daily")
  rerender(shown({ ...saved, signers: ["sponsor", "security"], version: 2 }))
  expect(screen.queryByText(/Someone else changed/)).toBeNull()
  await userEvent.click(save())
  expect(sent).toEqual([
    { version: 2, name: "Three use cases run daily", signerRoles: ["sponsor", "security"], checkIds: [], dueDay: null },
  ])
  expect(onDone).toHaveBeenCalledWith(criterionId)
})

test("a name that somebody else changed meanwhile is said before one's own is saved over it", async () => {
  const { rerender } = render(shown(saved))
  await userEvent.type(screen.getByLabelText("Criterion"), " daily")
  rerender(shown({ ...saved, name: "Four use cases run", version: 2 }))
  expect(screen.getByText(/Someone else changed the criterion/)).toBeTruthy()
  expect(save()).toHaveProperty("disabled", true)
  await userEvent.click(screen.getByRole("button", { name: "Keep theirs" }))
  expect(screen.getByLabelText("Criterion")).toHaveProperty("value", "Four use cases run")
  expect(sent).toEqual([])
})

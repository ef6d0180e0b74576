import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, expect, test, vi } from "vitest"
import { CellInput } from "./cell-input"

afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})
const onCommit = vi.fn(() => undefined)
const done = vi.fn()
const shown = (initial: string) => <CellInput label="Name" initial={initial} onCommit={onCommit} done={done} />

test("leaving a cell untouched puts nothing back over what somebody else saved meanwhile", async () => {
  const { rerender } = render(shown("SAP"))
  rerender(shown("SAP extraction"))
  await userEvent.tab()
  expect(onCommit).not.toHaveBeenCalled()
  expect(done).toHaveBeenCalled()
})

test("what is typed over a text that somebody else changed meanwhile is saved at the second Enter", async () => {
  const { rerender } = render(shown("SAP"))
  await userEvent.keyboard("Oracle")
  rerender(shown("SAP extraction"))
  await userEvent.keyboard("{Enter}")
  expect(onCommit).not.toHaveBeenCalled()
  expect(screen.getByRole("alert").textContent).toContain('"SAP extraction"')
  await userEvent.keyboard("{Enter}")
  expect(onCommit).toHaveBeenCalledExactlyOnceWith("Oracle")
})

import { act, cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ToastProvider, UNDO_MS, useToasts } from "./toasts"

const undo = vi.fn()

function Drop() {
  const toasts = useToasts()
  return (
    <button type="button" onClick={() => toasts.show({ text: "Dropped SAP extraction", undo })}>
      Drop
    </button>
  )
}

beforeEach(() => {
  vi.useFakeTimers()
  render(
    <ToastProvider>
      <Drop />
    </ToastProvider>,
  )
  fireEvent.click(screen.getByRole("button", { name: "Drop" }))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  undo.mockClear()
})

const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))

describe("a toast", () => {
  it("says what happened in a polite live region", () => {
    expect(screen.getByRole("status").textContent).toContain("Dropped SAP extraction")
    expect(screen.getByRole("status").getAttribute("aria-live")).toBe("polite")
  })
  it("can be undone for ten seconds, once", () => {
    wait(UNDO_MS - 1)
    fireEvent.click(screen.getByRole("button", { name: "Undo" }))
    expect(undo).toHaveBeenCalledOnce()
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull()
  })
  it("goes after ten seconds", () => {
    wait(UNDO_MS)
    expect(screen.queryByText("Dropped SAP extraction")).toBeNull()
  })
  it("waits while the pointer is over it, then for the time that was left", () => {
    wait(6_000)
    fireEvent.pointerEnter(screen.getByText("Dropped SAP extraction"))
    wait(60_000)
    expect(screen.getByRole("button", { name: "Undo" })).toBeDefined()
    fireEvent.pointerLeave(screen.getByText("Dropped SAP extraction"))
    wait(3_900)
    expect(screen.queryByRole("button", { name: "Undo" })).not.toBeNull()
    wait(200)
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull()
  })
  it("waits while the focus is in it", () => {
    act(() => screen.getByRole("button", { name: "Undo" }).focus())
    wait(60_000)
    expect(screen.getByRole("button", { name: "Undo" })).toBeDefined()
  })
})

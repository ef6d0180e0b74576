// @vitest-environment jsdom
import { render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { expect, test, vi } from "vitest"
import { workingDays } from "@/lib/base/kernel/number-text"
import { NumberField } from "./number-field"

async function typed(text: string, more: Partial<Parameters<typeof NumberField>[0]> = {}) {
  const onCommit = vi.fn()
  const { unmount } = render(<NumberField label="Trials" value={5} onCommit={onCommit} {...more} />)
  const field = screen.getByLabelText("Trials")
  await userEvent.clear(field)
  await userEvent.type(field, `${text}{Enter}`)
  const problem = screen.queryByText(/^Enter/)?.textContent ?? null
  unmount()
  return { committed: onCommit.mock.calls.map(([value]) => value), problem }
}

test("ten thousand is ten thousand, and what may be either is refused", async () => {
  expect(await typed("10,000", { min: 100, max: 100_000, whole: true })).toEqual({ committed: [10_000], problem: null })
  expect(await typed("10.000", { min: 100 })).toEqual({ committed: [], problem: "Enter a number." })
})
test("what lies beyond the bounds is said, not bent to them", async () => {
  expect(await typed("10", { min: 100, max: 100_000 })).toEqual({ committed: [], problem: "Enter 100 to 100,000." })
  expect(await typed("-1", { min: 0 })).toEqual({ committed: [], problem: "Enter at least 0." })
  expect(await typed("1.5", { whole: true })).toEqual({ committed: [], problem: "Enter a whole number." })
})
test("spans of time have units, percents a sign", async () => {
  expect((await typed("2w", { span: workingDays })).committed).toEqual([10])
  expect((await typed("40 %", { unit: "%" })).committed).toEqual([40])
  expect((await typed("2w")).problem).toBe("Enter a number.")
})

// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, expect, test, vi } from "vitest"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { LinkFields } from "./link-fields"

afterEach(cleanup)

const link: LinkView = {
  ...{ id: "l", version: 1, type: "FS", lag: 2, lagUnit: "days" },
  ...{ from: { kind: "item", id: "a" }, to: { kind: "item", id: "b" } },
}

test("type, lag and unit of a dependency are each changed alone", async () => {
  const onChange = vi.fn()
  render(<LinkFields link={link} name="SAP" onChange={onChange} />)
  await userEvent.click(screen.getByRole("combobox", { name: /^Unit of the lag of the dependency on SAP/ }))
  await userEvent.click(screen.getByRole("option", { name: "elapsed days" }))
  const lag = screen.getByLabelText("Lag of the dependency on SAP")
  await userEvent.clear(lag)
  await userEvent.type(lag, "-3{Enter}")
  await userEvent.click(screen.getByRole("combobox", { name: /^Type of the dependency on SAP/ }))
  await userEvent.click(screen.getByRole("option", { name: "start to start" }))
  expect(onChange.mock.calls.map(([change]) => change)).toEqual([
    { lagUnit: "elapsed_days" },
    { lag: -3 },
    { type: "SS" },
  ])
})

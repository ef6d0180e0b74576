import { render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { useState } from "react"
import { expect, test } from "vitest"
import { MeasureChoice } from "./measure-choice"

const measure = (name: string, preview = false) => ({
  ...{ name, evidence: ["E01"], why: "", tables: ["system.billing.usage"], preview },
})
const measures = [measure("baseline"), measure("tracked-runs", true), measure("grants")]

function Page({ told }: { told: (left: string[]) => void }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  return (
    <MeasureChoice
      measures={measures}
      left={left}
      onChange={(next) => {
        setLeft(next)
        told([...next])
      }}
    />
  )
}

test("a measure is left out and taken back, and what reads preview tables goes at once", async () => {
  const seen: string[][] = []
  render(<Page told={(left) => seen.push(left)} />)
  await userEvent.click(screen.getByText("All 3 measures"))
  await userEvent.click(screen.getByRole("checkbox", { name: /^grants \(E01\)/ }))
  screen.getByText("2 of 3 measures, 1 left out")
  await userEvent.click(screen.getByRole("button", { name: "Leave out preview tables" }))
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /^tracked-runs \(E01\)/ }).checked).toBe(false)
  await userEvent.click(screen.getByRole("checkbox", { name: /^grants \(E01\)/ }))
  await userEvent.click(screen.getByRole("button", { name: "Include all" }))
  expect(seen).toEqual([["grants"], ["grants", "tracked-runs"], ["tracked-runs"], []])
})

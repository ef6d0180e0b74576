import { cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import { Board } from "./board"

afterEach(cleanup)

const columns = [
  { id: "todo", label: "To do", mark: "not_started" },
  { id: "doing", label: "Doing", mark: "in_progress", limit: 1 },
] as const
const cards = [
  { id: "a", column: "todo" as const, name: "Load the ledger" },
  { id: "b", column: "doing" as const, name: "Mask the IBAN" },
  { id: "c", column: "doing" as const, name: "Rehearse" },
]

function shown() {
  const onMove = vi.fn()
  const onKey = vi.fn(() => false)
  render(
    <Board<"todo" | "doing", (typeof cards)[number]>
      label="Sprint 1"
      columns={columns}
      lanes={[{ id: "all", name: "Sources", cards }]}
      nameOf={({ name }) => name}
      content={({ name }) => name}
      mayMove
      onMove={onMove}
      onOpen={() => {}}
      onKey={onKey}
    />,
  )
  return { onMove, onKey }
}

test("says by how much a limit is passed, and refuses nothing", () => {
  shown()
  expect(screen.getByText("limit 1, 1 over")).toBeTruthy()
  expect(screen.getAllByRole("button", { name: /ledger|IBAN|Rehearse/ })).toHaveLength(3)
})

test("moves a card with Alt and an arrow, only where there is a column", () => {
  const { onMove } = shown()
  const card = screen.getByRole("button", { name: "Load the ledger" })
  fireEvent.keyDown(card, { key: "ArrowLeft", altKey: true })
  expect(onMove).not.toHaveBeenCalled()
  fireEvent.keyDown(card, { key: "ArrowRight", altKey: true })
  expect(onMove).toHaveBeenCalledWith(cards[0], "doing")
})

test("leaves other keys to the page", () => {
  const { onMove, onKey } = shown()
  fireEvent.keyDown(screen.getByRole("button", { name: "Rehearse" }), { key: "b" })
  expect(onKey).toHaveBeenCalledWith(cards[2], expect.anything())
  expect(onMove).not.toHaveBeenCalled()
})

test("closes a lane", () => {
  shown()
  fireEvent.click(screen.getByRole("button", { name: "Sources" }))
  expect(screen.queryByText("Rehearse")).toBeNull()
})

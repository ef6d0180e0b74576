import { cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, describe, expect, it, vi } from "vitest"
import type { GapLine } from "@/lib/design/gaps/lines"
import type { QuestionView } from "@/lib/design/gaps/question"
import { useLevelKeys } from "./use-level-keys"

const set = vi.fn()
const work = vi.fn()
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

const lines = ["a", "b"].map((id) => ({ id, question: { id } as QuestionView }) as GapLine)

/** Two rows as the grid draws them, with a heading between them, and a panel. */
function Rows() {
  const onKeyDown = useLevelKeys({ lines, openId: "b", set, work })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: as on the page
    <div onKeyDown={onKeyDown}>
      <div>
        {["a", "", "b"].map((id, row) => (
          <div key={id || "heading"} data-row={row}>
            <button type="button" data-col="0" aria-label={`name ${id}`}>
              {id ? <span data-question={id} /> : null}
            </button>
            <button type="button" data-col="1" aria-label={`as-is ${id}`}>
              {id ? <span data-level="asIs" /> : null}
            </button>
            <button type="button" data-col="2" aria-label={`to-be ${id}`}>
              {id ? <span data-level="toBe" /> : null}
            </button>
          </div>
        ))}
      </div>
      <aside>
        <h2 tabIndex={-1}>panel</h2>
        <input aria-label="note" />
      </aside>
    </div>
  )
}

const press = (name: string, code: string, more: object = {}) => {
  const target = screen.queryByRole("button", { name }) ?? screen.queryByLabelText(name) ?? screen.getByText(name)
  const key = code.replace(/^(Digit|Numpad|Key)/, "").toLowerCase()
  fireEvent.keyDown(target, { code, key: code === "Backspace" ? code : key, ...more })
}

describe("the keys of a question", () => {
  it.each([
    ["name a", "Digit2", {}, "a", { asIs: 2 }],
    ["name a", "Digit2", { shiftKey: true }, "a", { toBe: 2 }],
    ["as-is a", "Numpad4", {}, "a", { asIs: 4 }],
    ["to-be a", "Digit0", {}, "a", { toBe: 0 }],
    ["name a", "Backspace", {}, "a", { asIs: null }],
    ["to-be b", "Backspace", {}, "b", { toBe: 3 }],
    ["panel", "Digit1", {}, "b", { asIs: 1 }],
  ])("%s %s %o", (where, code, more, id, change) => {
    render(<Rows />)
    press(where, code, more)
    expect(set).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id }), change)
  })

  it("goes to the next question in a level's own column, over headings", () => {
    render(<Rows />)
    press("as-is a", "Digit3")
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "as-is b" }))
  })

  it("turns the gap of a row into work", () => {
    render(<Rows />)
    press("name b", "KeyW")
    expect(work).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "b" }))
  })

  it("leaves fields, chords, headings and other digits alone", () => {
    render(<Rows />)
    press("note", "Digit1")
    press("name a", "Digit1", { ctrlKey: true })
    press("name a", "Digit5")
    press("name", "Digit1")
    expect(set).not.toHaveBeenCalled()
  })
})

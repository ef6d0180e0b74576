import { cleanup, render, screen } from "@testing-library/react"
import fc from "fast-check"
import { afterEach, describe, expect, it } from "vitest"
import { Markdown } from "./markdown"
import { isSafeHref, parseMarkdown } from "./markdown-tree"

afterEach(cleanup)

describe("notes", () => {
  it("show bold, italics, code, lists and links", () => {
    render(
      <Markdown source={"Needs **a licence** and _time_, see [the note](https://example.org/a) `x`\n\n- one\n- two"} />,
    )
    expect(screen.getByText("a licence").tagName).toBe("STRONG")
    expect(screen.getByText("time").tagName).toBe("EM")
    expect(screen.getByRole("link", { name: "the note" }).getAttribute("href")).toBe("https://example.org/a")
    expect(screen.getAllByRole("listitem")).toHaveLength(2)
  })
  it("never become HTML, and never link to anything but the web and mail", () => {
    const { container } = render(
      <Markdown source={'<img src=x onerror="alert(1)"> [click](javascript:alert(1)) [d](data:text/html,x)'} />,
    )
    expect(container.querySelector("img")).toBeNull()
    expect(screen.queryByRole("link")).toBeNull()
    expect(container.textContent).toContain("<img src=x")
  })
  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java\tscript:x",
    " https://a",
    "//evil",
    "vbscript:x",
    "file:///etc",
  ])("refuse the address %j", (href) => expect(isSafeHref(href)).toBe(false))
  it("are read to the end whatever they hold", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("-", " ", "#", ">", "`", "*", "_", "[", "](", "\n", "\u2028", "1.", "a", "http://"),
        }),
        (text) => {
          expect(Array.isArray(parseMarkdown(text))).toBe(true)
        },
      ),
    )
  })
})

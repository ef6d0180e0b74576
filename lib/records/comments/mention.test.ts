import { describe, expect, test } from "vitest"
import { mentionedIn, typedMention } from "./mention"

const people = [
  { id: "1", name: "Ann" },
  { id: "2", name: "Ann Berg" },
  { id: "3", name: "Łukasz Świątek" },
  { id: "4", name: "Sam Oduya" },
  { id: "5", name: "Sam Oduya" },
]
const ids = (text: string) => mentionedIn(text, people).map(({ id }) => id)

describe("a text mentions", () => {
  test("whom it names after an @, by the longest name and in any case", () => {
    expect(ids("@Ann Berg, please look.")).toEqual(["2"])
    expect(ids("Ask @ann bergmann or @ANN.")).toEqual(["1"])
    expect(ids("(@Łukasz Świątek)")).toEqual(["3"])
  })
  test("each once, in the order of the text", () =>
    expect(ids("@Łukasz Świątek and @Ann and @Ann")).toEqual(["3", "1"]))
  test("everybody of a name that several have", () => expect(ids("@Sam Oduya")).toEqual(["4", "5"]))
  test("nobody by an address, half a name or no name", () => {
    expect(ids("write to me@ann.example, @Lukasz, @ Ann, @")).toEqual([])
    expect(mentionedIn("@", [{ id: "1", name: "" }])).toEqual([])
  })
})

test("what is typed after an @ is the beginning of a name", () => {
  expect(typedMention("Hello @An")).toBe("An")
  expect(typedMention("Hello @")).toBe("")
  expect(typedMention("Hello @Ann Be")).toBe("Ann Be")
  expect(typedMention("me@an")).toBeNull()
  expect(typedMention("Hello @Ann, and")).toBeNull()
})

import { expect, test } from "vitest"
import { sayOffered } from "./pack-words"

const offer = (part: string, what: "added" | "changed" | "retired", state: "open" | "kept" | "with" = "open") => ({
  ...{ part, what, state },
})

test("what is open is counted by what became of it, and nothing else", () => {
  expect(
    sayOffered([
      ...[offer("check", "added"), offer("activity", "added"), offer("activity", "added"), offer("link", "added")],
      ...[offer("check", "changed"), offer("check", "changed", "kept"), offer("component", "added", "with")],
    ]),
  ).toBe("2 activities, 1 link and 1 check added; 1 check changed.")
  expect(sayOffered([offer("check", "changed", "kept")])).toBe("Nothing is open to take over.")
})

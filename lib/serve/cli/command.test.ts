import { describe, expect, test } from "vitest"
import { CommandProblem, command } from "./command"
import { entries } from "./commands"
import { describeAll, describeOne } from "./help"

describe("the commands", () => {
  test("are all listed by --help", () => {
    for (const { name, summary } of entries) expect(describeAll(entries)).toMatch(new RegExp(`${name} +${summary}`))
  })
  test("have one name each, and load with what they say of themselves", async () => {
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length)
    for (const entry of entries) expect(describeOne(entry, await entry.load())).toContain(entry.summary)
  })
})

describe("a command", () => {
  const greet = command({
    usage: [],
    options: { name: { type: "string" }, loud: { type: "boolean" } },
    run: async ({ name, loud }) => (name === "Ada" && loud ? 0 : 1),
  })
  test("gets the values of its options", async () => {
    expect(await greet.run(["--name", "Ada", "--loud"])).toBe(0)
    expect(await greet.run(["--name=Eve"])).toBe(1)
  })
  test.each([[["--nme", "Ada"]], [["Ada"]], [["--name"]]])("refuses the words %j in a sentence", (words) => {
    expect(() => greet.run(words)).toThrow(CommandProblem)
  })
})

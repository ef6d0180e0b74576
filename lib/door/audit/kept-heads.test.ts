import { expect, test } from "vitest"
import { readHeads, sayFault, sayHead } from "./kept-heads"

const chain = "01930000-0000-7000-8000-000000000001"
const head = "ab".repeat(32)

test("heads that were printed are read again, whatever stands around them", () => {
  const printed = `Intact.\n${sayHead({ chain, seq: 12, head })}  Northbridge Bank\n\nDone.`
  expect(readHeads(printed)).toEqual([{ chain, seq: 12, head }])
})
test("the last line of a chain counts, since a record only grows", () => {
  expect(readHeads(`${sayHead({ chain, seq: 1, head })}\n${sayHead({ chain, seq: 2, head })}`)).toEqual([
    { chain, seq: 2, head },
  ])
})
test("text that holds no head gives none", () => {
  expect(readHeads(`${chain} 12 abc\nnot a head`)).toEqual([])
})
test("a fault names the first event that is wrong", () => {
  expect(sayFault({ seq: 7, reason: "changed" })).toBe("Event 7 was changed after it was written.")
})

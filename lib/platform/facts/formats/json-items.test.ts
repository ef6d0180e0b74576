import fc from "fast-check"
import { expect, test } from "vitest"
import { JsonFault, JsonItems } from "./json-items"

function read(text: string, length = text.length) {
  const items = new JsonItems()
  const found = []
  for (let at = 0; at < text.length; at += length) found.push(...items.push(text.slice(at, at + length)))
  items.end()
  return { items: found.map((item) => JSON.parse(item.text)), lines: found.map(({ line }) => line), reader: items }
}

test("the objects of a list come one by one, with their lines, and the head without them", () => {
  const { items, lines, reader } = read('{"at": 1,\n"facts": [\n{"a": "]}"},\n{"b": {"c": [1, 2]}}]}')
  expect(items).toEqual([{ a: "]}" }, { b: { c: [1, 2] } }])
  expect(lines).toEqual([3, 4])
  expect(JSON.parse(reader.headBefore())).toEqual({ at: 1, facts: [] })
})
test("a bare list has no head", () => {
  const { items, reader } = read('[{"a":1},{"a":2}]')
  expect(items).toEqual([{ a: 1 }, { a: 2 }])
  expect(JSON.parse(reader.headBefore())).toEqual([])
})
test("a file that ends in the middle, or closes what was never opened, is refused", () => {
  for (const text of ['[{"a":1}', '{"a', "]"]) expect(() => read(text)).toThrow(JsonFault)
})
test("the items are those that JSON itself finds, in whatever pieces they come", () => {
  const item = fc.record({ a: fc.string(), b: fc.jsonValue({ maxDepth: 2 }) })
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (list, length, spaced) => {
        const text = JSON.stringify({ taken: "now", facts: list }, null, spaced ? 2 : 0)
        expect(read(text, length).items).toEqual(JSON.parse(text).facts)
      },
    ),
  )
})

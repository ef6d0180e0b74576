import fc from "fast-check"
import { unzipSync } from "fflate"
import { expect, test } from "vitest"
import { openZip, storeZip } from "./zip"

const someFiles = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[a-zä]{1,8}(\/[a-z]{1,4})?$/), bytes: fc.uint8Array({ maxLength: 200 }) }),
  {
    selector: ({ name }) => name,
    maxLength: 6,
  },
)

test("an archive is read by any reader, and by its own to the byte", () => {
  fc.assert(
    fc.property(someFiles, (files) => {
      const archive = storeZip(files)
      const read = unzipSync(archive)
      expect(Object.keys(read).sort()).toEqual(files.map(({ name }) => name).sort())
      for (const { name, bytes } of files) expect(Buffer.from(read[name] ?? []).equals(Buffer.from(bytes))).toBe(true)
      const opened = openZip(archive)
      expect(opened.ok && opened.value.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
    }),
    { numRuns: 100 },
  )
})

test("the same files make the same bytes", () => {
  const files = [{ name: "a", bytes: new Uint8Array([1, 2]) }]
  expect(Buffer.from(storeZip(files)).equals(Buffer.from(storeZip(files)))).toBe(true)
})

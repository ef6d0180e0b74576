import { expect, test } from "vitest"
import type { ReleaseOutline } from "@/lib/pack/outline"
import { emptyDraft, errorsOf, inputOf, refusedFields, withClouds } from "./draft"

const activity = (key: string, clouds: ("azure" | "aws" | "gcp")[] = []) => ({
  ...{ key, title: key, likely: 1, phase: null, after: [], clouds },
})
const outline: ReleaseOutline = {
  ...{ key: "2026.1", name: "Test", summary: "", asOf: "2026-11", phases: [], links: [], criteria: 0 },
  stages: [
    {
      ...{ key: "one", number: 1, name: "One" },
      workstreams: [
        { key: "w", name: "W", phase: "p", checks: 1, activities: [activity("a", ["azure"]), activity("b", ["aws"])] },
      ],
    },
  ],
}
const draft = emptyDraft("2026-11-23")
const filled = { ...draft, name: "N", organisation: "O", clouds: ["azure" as const] }

test("what is empty is named field by field, with a sentence", () => {
  const errors = errorsOf(draft, inputOf(draft, outline, "UTC"))
  expect(errors).toEqual({
    name: "Enter a value.",
    organisation: "Enter a value.",
    clouds: "Choose at least one cloud.",
  })
  expect(errorsOf(filled, inputOf(filled, outline, "UTC"))).toEqual({})
})

test("a fault in a holiday is told at its own row, whatever empty rows stand before it", () => {
  const holidays = [
    { id: "x", day: "", name: "" },
    { id: "y", day: "", name: "Christmas" },
  ]
  const typed = { ...filled, holidays }
  expect(errorsOf(typed, inputOf(typed, outline, "UTC"))).toEqual({
    "holidays.y": "Enter a valid date as YYYY-MM-DD.",
  })
})

test("what the server says of fields is told at the fields", () => {
  const fields = [{ path: "currency", message: "No." }]
  expect(refusedFields(filled, { ok: false, status: 422, code: "invalid", detail: "", fields })).toEqual({
    currency: "No.",
  })
})

test("choosing clouds leaves out what only others need, and changing them brings it back", () => {
  const onAzure = withClouds(draft, ["azure"], outline)
  expect([...onAzure.leftOut]).toEqual(["b"])
  expect([...withClouds(onAzure, ["aws"], outline).leftOut]).toEqual(["a"])
  expect([...withClouds(onAzure, ["azure", "aws"], outline).leftOut]).toEqual([])
})

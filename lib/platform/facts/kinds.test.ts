import { expect, test } from "vitest"
import { loadRelease } from "@/lib/pack/server/releases"
import { type Kind, metricKinds, observationsFlaw, valueFlaw } from "./kinds"
import { checksOfRelease } from "./metrics"

const held = (kind: Kind, ...values: number[]) => values.filter((value) => valueFlaw(kind, value) === null)

test("a value stays within its kind", () => {
  expect(held("share", 0, 1, 0.5, -0.001, 1.0001, 97)).toEqual([0, 1, 0.5])
  expect(held("of-plan", 0, 1.4, 10, 10.1, 97, -1)).toEqual([0, 1.4, 10])
  expect(held("multiple", 0, 50, -1)).toEqual([0, 50])
  expect(held("growth", -1, 0.2, 97, -1.1, 101)).toEqual([-1, 0.2, 97])
  expect(held("count", 0, 3, 1.5, -1)).toEqual([0, 3])
  expect(held("duration", 0, 3.5, -0.1)).toEqual([0, 3.5])
  expect(held("figure", -5, 1.5)).toEqual([-5, 1.5])
  expect(valueFlaw("share", null)).toBeNull()
  expect([observationsFlaw(0), observationsFlaw(null)]).toEqual([null, null])
  expect([observationsFlaw(-1), observationsFlaw(1.5), observationsFlaw(1e16)]).not.toContain(null)
})
test("every metric of a rule has a kind with bounds, and passing a plan is no slip of the pen", () => {
  const release = loadRelease("2026.1")
  const kinds = metricKinds(release)
  for (const check of checksOfRelease(release).values())
    if (check.kind === "fact") expect(kinds.get(check.rule.metric), check.rule.metric).not.toBe("figure")
  expect(kinds.get("runs-succeeded")).toBe("share")
  expect(kinds.get("monthly-active-users-of-planned")).toBe("of-plan")
  expect(kinds.get("ninety-fifth-percentile-of-waiting")).toBe("duration")
  expect(kinds.get("job-usage-without-price")).toBe("figure")
})

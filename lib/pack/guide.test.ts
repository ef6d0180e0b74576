import { expect, test } from "vitest"
import { guideOf } from "./guide"
import { loadRelease } from "./server/releases"

const release = loadRelease("2026.1")

test("every workstream of a release has a guide with names for all it points at", () => {
  for (const { key, components } of release.stages.flatMap(({ workstreams }) => workstreams)) {
    const guide = guideOf(release, key)
    expect(guide?.components.map((each) => each.key).toSorted(), key).toEqual(components.toSorted())
    expect(guide?.raci.responsible.name, key).not.toBe(guide?.raci.responsible.key)
  }
})
test("every accelerator stands in the guides of the workstreams it helps, and nowhere else", () => {
  for (const { key, workstreams } of release.accelerators) {
    const all = release.stages.flatMap((stage) => stage.workstreams.map((each) => each.key))
    const helped = all.filter((each) => guideOf(release, each)?.accelerators.some((one) => one.key === key))
    expect(helped.toSorted()).toEqual(workstreams.toSorted())
  }
})
test("what is not in the release has no guide", () => {
  expect(guideOf(release, "no-such-workstream")).toBeNull()
})

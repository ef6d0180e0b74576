import { answer, type Operation } from "@/lib/door/server/serve"
import { getRelease, getWorkstreamGuide, listReleases } from "../contract"
import { guideOf } from "../guide"
import { outlineOf, summaryOf } from "../outline"
import { listReleases as installed, loadRelease } from "./releases"

export const packOperations: readonly Operation[] = [
  answer(listReleases, async () => ({ items: installed().map((key) => summaryOf(loadRelease(key))) })),
  answer(getRelease, async (_actor, { releaseKey }) =>
    installed().includes(releaseKey) ? outlineOf(loadRelease(releaseKey)) : null,
  ),
  answer(getWorkstreamGuide, async (_actor, { releaseKey, workstreamKey }) =>
    installed().includes(releaseKey) ? guideOf(loadRelease(releaseKey), workstreamKey) : null,
  ),
]

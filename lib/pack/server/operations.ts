import { answer, type Operation } from "@/lib/door/server/serve"
import { getRelease, getWorkstreamGuide, listReleases } from "../contract"
import { guideOf } from "../guide"
import { outlineOf, summaryOf } from "../outline"
import { listReleases as installed, loadRelease } from "./releases"

export const packOperations: readonly Operation[] = [
  answer(listReleases, "account.read", async () => ({ items: installed().map((key) => summaryOf(loadRelease(key))) })),
  answer(getRelease, "account.read", async (_actor, { releaseKey }) =>
    installed().includes(releaseKey) ? outlineOf(loadRelease(releaseKey)) : null,
  ),
  answer(getWorkstreamGuide, "account.read", async (_actor, { releaseKey, workstreamKey }) =>
    installed().includes(releaseKey) ? guideOf(loadRelease(releaseKey), workstreamKey) : null,
  ),
]

import { answer, type Operation } from "@/lib/audit/server/serve"
import { getRelease, listReleases } from "../contract"
import { outlineOf, summaryOf } from "../outline"
import { listReleases as installed, loadRelease } from "./releases"

export const packOperations: readonly Operation[] = [
  answer(listReleases, "account.read", async () => ({ items: installed().map((key) => summaryOf(loadRelease(key))) })),
  answer(getRelease, "account.read", async (_actor, { releaseKey }) =>
    installed().includes(releaseKey) ? outlineOf(loadRelease(releaseKey)) : null,
  ),
]

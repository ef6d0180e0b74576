import "server-only"
import { requireUser } from "@/lib/door/access/server/page-actor"
import { outlineOf, type ReleaseOutline, type ReleaseSummary, summaryOf } from "../outline"
import { listReleases, loadRelease } from "./releases"

/** The releases that a programme can start from, oldest first, and the newest in outline. */
export async function loadReleases(): Promise<{ releases: ReleaseSummary[]; newest: ReleaseOutline }> {
  await requireUser()
  const releases = listReleases().map(loadRelease)
  const newest = releases.at(-1)
  if (!newest) throw new Error("no release of the pack is installed")
  return { releases: releases.map(summaryOf), newest: outlineOf(newest) }
}

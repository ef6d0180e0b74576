import * as z from "zod"
import { contract, notFound } from "@/lib/door/contract"
import { WorkstreamGuide } from "./guide"
import { ReleaseOutline, ReleaseSummary } from "./outline"

export const listReleases = contract({
  name: "listReleases",
  audience: "user",
  permission: "account.read",
  method: "GET",
  path: "/releases",
  summary: "The releases of the roadmap that a programme can start from, oldest first",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(ReleaseSummary) }),
  refusals: {},
})

export const getRelease = contract({
  name: "getRelease",
  audience: "user",
  permission: "account.read",
  method: "GET",
  path: "/releases/{releaseKey}",
  summary: "What a release of the roadmap holds, in outline: enough to choose from and to plan with",
  input: z.strictObject({ releaseKey: z.string().max(20) }),
  output: ReleaseOutline,
  refusals: { ...notFound },
})

export const getWorkstreamGuide = contract({
  name: "getWorkstreamGuide",
  audience: "user",
  permission: "account.read",
  method: "GET",
  path: "/releases/{releaseKey}/workstreams/{workstreamKey}",
  summary: "Who takes part in a workstream of a release, which components it is about, and what makes it faster",
  input: z.strictObject({ releaseKey: z.string().max(20), workstreamKey: z.string().max(80) }),
  output: WorkstreamGuide,
  refusals: { ...notFound },
})

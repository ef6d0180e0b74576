import * as z from "zod"
import { contract } from "@/lib/door/contract"
import { OverviewView, PortfolioLine } from "./views"

export const getOverview = contract({
  name: "getOverview",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/overview",
  summary: "Where the programme stands, what changed since your last visit, and what waits for you",
  input: z.strictObject({}),
  output: OverviewView,
  refusals: {},
  etag: "bytes",
})

export const recordVisit = contract({
  name: "recordVisit",
  audience: "programme",
  permission: "programme.read",
  method: "POST",
  path: "/programmes/{programmeId}/visits",
  summary: "Note that you looked at the programme; at most once in 30 minutes",
  input: z.strictObject({
    seq: z.int().min(0).max(2_147_483_647).meta({ description: "As told by the overview that was looked at." }),
  }),
  output: z.strictObject({ noted: z.boolean() }),
  refusals: {},
})

export const getPortfolio = contract({
  name: "getPortfolio",
  audience: "user",
  permission: "account.read",
  method: "GET",
  path: "/portfolio",
  summary: "Your programmes with the phase they are in and their next gate by the plan",
  input: z.strictObject({ archived: z.enum(["yes", "no"]).default("no") }),
  output: z.strictObject({ items: z.array(PortfolioLine) }),
  refusals: {},
})

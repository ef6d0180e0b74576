import * as z from "zod"
import { contract } from "@/lib/door/contract"
import { OverviewView, PortfolioLine } from "./views"

export const getOverview = contract({
  name: "getOverview",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/overview",
  summary: "Programme status, changes since your last visit and what is awaiting you",
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
  summary: "Record your visit to the programme, at most once in 30 minutes",
  input: z.strictObject({
    seq: z.int().min(0).max(2_147_483_647).meta({ description: "As told by the overview you loaded." }),
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
  summary: "Your programmes with their current phase and next gate",
  input: z.strictObject({ archived: z.enum(["yes", "no"]).default("no") }),
  output: z.strictObject({ items: z.array(PortfolioLine) }),
  refusals: {},
})

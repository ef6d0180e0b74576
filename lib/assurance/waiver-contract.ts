import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { Instant, reason, Someone, version } from "./contract-shapes"

export const WaiverView = z
  .strictObject({
    id: Id,
    checkId: Id,
    reason: z.string(),
    requestedBy: Someone,
    requestedAt: Instant,
    approvedBy: Someone.nullable(),
    approvedAt: Instant.nullable(),
    expiresOn: Day,
    endedAt: Instant.nullable(),
    state: z.enum(["asked-for", "stands", "expired", "ended"]),
    version: z.int(),
    may: z.strictObject({ approve: z.boolean(), end: z.boolean() }),
  })
  .meta({ id: "Waiver" })
export type WaiverView = z.output<typeof WaiverView>

export const listWaivers = contract({
  name: "listWaivers",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/waivers",
  summary: "Waivers that were asked for, stand, or have ended",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(WaiverView) }),
  refusals: {},
  etag: "version",
})

export const requestWaiver = contract({
  name: "requestWaiver",
  audience: "programme",
  permission: "waiver.request",
  method: "POST",
  path: "/programmes/{programmeId}/checks/{checkId}/waivers",
  summary: "Ask that a check does not count until a day",
  input: z.strictObject({ checkId: Id, reason, expiresOn: Day }),
  output: WaiverView,
  refusals: {
    ...notFound,
    "waived-already": { status: 409, sentence: "A waiver stands for this check already, or is asked for." },
    "expiry-not-ahead": { status: 422, sentence: "A waiver ends on a day to come." },
    "expiry-too-far": { status: 422, sentence: "A waiver lasts a year at most." },
  },
})

export const approveWaiver = contract({
  name: "approveWaiver",
  audience: "programme",
  permission: "waiver.approve",
  method: "POST",
  path: "/programmes/{programmeId}/waivers/{waiverId}/approval",
  summary: "Approve a waiver that somebody else asked for",
  input: z.strictObject({ waiverId: Id, version }),
  output: WaiverView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "own-waiver": { status: 403, sentence: "You asked for this yourself; somebody else must approve it." },
    "decided-already": { status: 409, sentence: "This waiver was approved, refused or has expired already." },
  },
})

export const endWaiver = contract({
  name: "endWaiver",
  audience: "programme",
  permission: "waiver.request",
  method: "POST",
  path: "/programmes/{programmeId}/waivers/{waiverId}/end",
  summary: "Refuse a waiver, or end one that stands",
  input: z.strictObject({ waiverId: Id, version }),
  output: WaiverView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "not-yours": { status: 403, sentence: "Whoever asked for it ends it, or somebody who may approve waivers." },
    "decided-already": { status: 409, sentence: "This waiver has ended already." },
  },
})

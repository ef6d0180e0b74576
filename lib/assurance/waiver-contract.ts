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
  summary: "Requested, active and ended waivers",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(WaiverView) }),
  refusals: {},
  etag: "version",
})

export const requestWaiver = contract({
  name: "requestWaiver",
  audience: "programme",
  permission: "waiver.request",
  inPerson: true,
  method: "POST",
  path: "/programmes/{programmeId}/checks/{checkId}/waivers",
  summary: "Request a waiver for a check until a day",
  input: z.strictObject({ checkId: Id, reason, expiresOn: Day }),
  output: WaiverView,
  refusals: {
    ...notFound,
    "waived-already": { status: 409, sentence: "This check already has an active or requested waiver." },
    "expiry-not-ahead": { status: 422, sentence: "Choose a future end date." },
    "expiry-too-far": { status: 422, sentence: "A waiver can last up to one year." },
  },
})

export const approveWaiver = contract({
  name: "approveWaiver",
  audience: "programme",
  permission: "waiver.approve",
  inPerson: true,
  method: "POST",
  path: "/programmes/{programmeId}/waivers/{waiverId}/approval",
  summary: "Approve a waiver that someone else requested",
  input: z.strictObject({ waiverId: Id, version }),
  output: WaiverView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "own-waiver": { status: 403, sentence: "You requested this, so someone else must approve it." },
    "decided-already": { status: 409, sentence: "This waiver has already been approved or rejected, or has expired." },
  },
})

export const endWaiver = contract({
  name: "endWaiver",
  audience: "programme",
  permission: "waiver.request",
  inPerson: true,
  method: "POST",
  path: "/programmes/{programmeId}/waivers/{waiverId}/end",
  summary: "Reject a requested waiver, or end an active one",
  input: z.strictObject({ waiverId: Id, version }),
  output: WaiverView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "not-yours": { status: 403, sentence: "Only the requester or an approver can end it." },
    "decided-already": { status: 409, sentence: "This waiver has already ended." },
  },
})

import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { FileOutput } from "@/lib/door/file"
import { FactSetView, VerdictChange } from "./contract"

const Reason = z.string().trim().min(1).max(1_000)
const path = "/programmes/{programmeId}/fact-sets/{factSetId}"
const withdrawnAlready = {
  status: 409,
  sentence: "These facts have already been withdrawn.",
} as const

export const withdrawFactSet = contract({
  name: "withdrawFactSet",
  audience: "programme",
  permission: "facts.import",
  method: "POST",
  path: `${path}/withdraw`,
  summary:
    "Withdraw a fact set with a reason; it stays on record but no longer counts, and all checks are re-evaluated",
  input: z.strictObject({ factSetId: Id, reason: Reason }),
  output: z.strictObject({ factSet: FactSetView, changes: z.array(VerdictChange) }).meta({ id: "FactWithdrawal" }),
  refusals: { ...notFound, "withdrawn-already": withdrawnAlready },
})

export const correctFactSet = contract({
  name: "correctFactSet",
  audience: "programme",
  permission: "facts.import",
  method: "POST",
  path: `${path}/correct`,
  summary:
    "Correct when and where a fact set was taken; its file is imported again as a new set and the old one is withdrawn",
  input: z.strictObject({
    factSetId: Id,
    reason: Reason,
    takenAt: z.iso.datetime({ offset: true }).optional().meta({ description: "Left out: as it was." }),
    region: z.string().trim().max(60).optional(),
    workspace: z.string().trim().max(120).optional(),
  }),
  output: z.strictObject({ factSet: FactSetView, changes: z.array(VerdictChange) }).meta({ id: "FactCorrection" }),
  refusals: {
    ...notFound,
    "withdrawn-already": withdrawnAlready,
    "file-not-kept": {
      status: 409,
      sentence: "The file is not kept any more. Take these facts back and bring it again.",
    },
    "cannot-be-corrected": {
      status: 422,
      sentence: "Read that way the file has faults, or says the time and place itself; nothing was changed.",
    },
  },
})

export const getFactSetFile = contract({
  name: "getFactSetFile",
  audience: "programme",
  permission: "facts.import",
  method: "GET",
  path: `${path}/original`,
  summary: "The file of a set as it came, as long as it is kept",
  input: z.strictObject({ factSetId: Id }),
  output: FileOutput,
  refusals: notFound,
  gives: { mediaType: "application/octet-stream" },
})

export const eraseFactSetFile = contract({
  name: "eraseFactSetFile",
  audience: "programme",
  permission: "facts.import",
  method: "DELETE",
  path: `${path}/original`,
  summary: "Erase the file of a set; its hash and its facts stay",
  input: z.strictObject({ factSetId: Id }),
  output: z.strictObject({ erased: z.boolean() }),
  refusals: notFound,
})

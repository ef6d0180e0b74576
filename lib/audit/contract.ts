import * as z from "zod"
import { contract } from "@/lib/access/contract"
import { Id } from "@/lib/kernel/id"

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** One event of a trail, with the names and texts that are still kept. */
export const EventView = z
  .strictObject({
    seq: z.int(),
    at: z.iso.datetime({ offset: true }),
    type: z.string().meta({ description: "In the past tense, such as work-item.updated." }),
    actor: z
      .strictObject({ id: Id, name: z.string().nullable() })
      .nullable()
      .meta({ description: "Null: the command line." }),
    subjectId: Id.nullable(),
    data: z.record(z.string(), z.union([Scalar, z.array(Scalar), z.record(z.string(), Scalar)])),
    texts: z.record(z.string(), z.string().nullable()).meta({ description: "Null where a text was erased." }),
    hash: z.string().meta({ description: "SHA-256 in hex; stands for this event and all before it." }),
  })
  .meta({ id: "AuditEvent" })
export type EventView = z.output<typeof EventView>

const Page = z.strictObject({
  subject: Id.optional(),
  actor: Id.optional(),
  type: z.string().max(60).optional().meta({ description: "A type or its beginning, such as work-item." }),
  before: z.coerce.number().int().min(1).optional().meta({ description: "Only events with a lower number." }),
  after: z.coerce.number().int().min(0).optional().meta({ description: "Only events with a higher number." }),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type EventQuery = z.output<typeof Page>

export const VerificationView = z
  .strictObject({
    intact: z.boolean(),
    events: z.int(),
    head: z.string().meta({ description: "Keep it elsewhere: it proves later that nothing before it was changed." }),
    fault: z.strictObject({ seq: z.int(), reason: z.enum(["missing", "changed", "unlinked", "cut"]) }).nullable(),
  })
  .meta({ id: "Verification" })
export type VerificationView = z.output<typeof VerificationView>

const events = z.strictObject({ items: z.array(EventView) })

export const listEvents = contract({
  name: "listEvents",
  audience: "programme",
  method: "GET",
  path: "/programmes/{programmeId}/events",
  summary: "The programme's trail, newest first",
  input: Page,
  output: events,
  refusals: {},
  etag: "version",
})

export const verifyAudit = contract({
  name: "verifyAudit",
  audience: "programme",
  method: "GET",
  path: "/programmes/{programmeId}/audit/verification",
  summary: "Walk the programme's chain from its first event and say whether it is intact",
  input: z.strictObject({}),
  output: VerificationView,
  refusals: {},
})

export const listInstallationEvents = contract({
  name: "listInstallationEvents",
  audience: "installation",
  method: "GET",
  path: "/installation/events",
  summary: "The installation's trail, newest first",
  input: Page,
  output: events,
  refusals: {},
})

export const verifyInstallationAudit = contract({
  name: "verifyInstallationAudit",
  audience: "installation",
  method: "GET",
  path: "/installation/audit/verification",
  summary: "Walk the installation's chain and say whether it is intact",
  input: z.strictObject({}),
  output: VerificationView,
  refusals: {},
})

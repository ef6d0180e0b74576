import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { contract } from "@/lib/door/contract"

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const Told = z.union([Scalar, z.array(Scalar)])

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
    data: z.record(z.string(), z.union([Told, z.record(z.string(), Told)])),
    texts: z.record(z.string(), z.string().nullable()).meta({ description: "Null where a text was erased." }),
    hash: z.string().meta({ description: "SHA-256 of this event and all earlier ones, in hex." }),
  })
  .meta({ id: "AuditEvent" })
export type EventView = z.output<typeof EventView>

const Page = z.strictObject({
  subject: Id.optional(),
  actor: Id.optional(),
  type: z.string().max(60).optional().meta({ description: "A type or its beginning, such as work-item." }),
  before: z.coerce.number().int().min(1).optional().meta({ description: "Only events with a lower number." }),
  after: z.coerce.number().int().min(0).optional().meta({ description: "Only events with a higher number." }),
  from: Day.optional().meta({ description: "Only events from this day on, in the programme's time zone (else UTC)." }),
  until: Day.optional().meta({ description: "Only events up to this day, the whole of it." }),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type EventQuery = z.output<typeof Page>

const Fault = z.strictObject({ seq: z.int(), reason: z.enum(["missing", "changed", "unlinked", "cut"]) })

export const VerificationView = z
  .strictObject({
    intact: z.boolean(),
    events: z.int(),
    head: z.string().meta({ description: "Store it elsewhere to prove later that no earlier event was changed." }),
    fault: Fault.nullable().meta({ description: "The first one." }),
    faults: z.array(Fault).meta({ description: "All of them, at most 1,000." }),
    faultCount: z.int(),
    known: z.array(Fault).meta({ description: "Breaks that were sealed and stand as they did then." }),
  })
  .meta({ id: "Verification" })
export type VerificationView = z.output<typeof VerificationView>

/** A head that was kept outside: it stands for the first so many events. */
const KeptHead = z.strictObject({
  events: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ description: "The number of events up to the stored head." }),
  head: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "A chain head hash is 64 characters, 0 to 9 and a to f.")
    .optional()
    .meta({ description: "A chain head hash from an earlier verification; the chain must still contain it." }),
})
export type KeptHead = z.output<typeof KeptHead>

const TrailView = z
  .strictObject({
    items: z.array(EventView),
    names: z.record(z.string(), z.string()).meta({ description: "Names of the ids mentioned in these events." }),
  })
  .meta({ id: "Trail" })
export type TrailView = z.output<typeof TrailView>

export const listEvents = contract({
  name: "listEvents",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/events",
  summary: "The programme's audit trail, newest first",
  input: Page,
  output: TrailView,
  refusals: {},
  etag: "version",
})

export const verifyAudit = contract({
  name: "verifyAudit",
  audience: "programme",
  permission: "audit.verify",
  method: "GET",
  path: "/programmes/{programmeId}/audit/verification",
  summary: "Verify the programme's audit chain",
  input: KeptHead,
  output: VerificationView,
  refusals: {},
})

export const listInstallationEvents = contract({
  name: "listInstallationEvents",
  audience: "installation",
  permission: "installation.read",
  method: "GET",
  path: "/installation/events",
  summary: "The installation's audit trail, newest first",
  input: Page,
  output: TrailView,
  refusals: {},
})

export const verifyInstallationAudit = contract({
  name: "verifyInstallationAudit",
  audience: "installation",
  permission: "installation.read",
  method: "GET",
  path: "/installation/audit/verification",
  summary: "Verify the installation's audit chain",
  input: KeptHead,
  output: VerificationView,
  refusals: {},
})

import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"

const ReleaseName = z.strictObject({ key: z.string(), name: z.string(), summary: z.string() })
const OfferView = z
  .strictObject({
    id: z.string().meta({ description: "Its part and key, as `check:network-closed`." }),
    part: z.enum(["phase", "stage", "workstream", "activity", "link", "check", "criterion", "component"]),
    key: z.string(),
    name: z.string(),
    within: z.string().nullable().meta({ description: "The id of what it is in." }),
    what: z.enum(["added", "changed", "retired"]),
    state: z.enum(["open", "kept", "with"]).meta({
      description: "Open can be taken over; kept was edited or is in use here and stays; with comes with the release.",
    }),
    comesWith: z.string().nullable().meta({ description: "The offer that it comes with: a new activity's links." }),
    reason: z.string().nullable().meta({ description: "Why it is kept." }),
    fields: z.array(
      z.strictObject({
        field: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        kept: z.string().nullable().meta({ description: "What the programme made of it; it stays." }),
      }),
    ),
  })
  .meta({ id: "PackOffer" })

export const getPackOffers = contract({
  name: "getPackOffers",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/pack",
  summary: "The release of the pack that the programme follows, and what it can take over of the next",
  input: z.strictObject({}),
  output: z.strictObject({
    current: ReleaseName,
    next: ReleaseName.nullable().meta({ description: "The release to take over; null when there is none to offer." }),
    offers: z.array(OfferView),
    last: z
      .strictObject({ id: Id, from: z.string(), to: z.string(), at: z.string(), taken: z.int() })
      .nullable()
      .meta({ description: "The last take-over that stands; it can be undone." }),
    mayAdopt: z.boolean(),
  }),
  refusals: {},
})

export const applyRelease = contract({
  name: "applyRelease",
  audience: "programme",
  permission: "programme.manage",
  method: "POST",
  path: "/programmes/{programmeId}/pack/adoptions",
  summary: "Take over changes of a release of the pack: some, or all that is open; local edits stay",
  input: z.strictObject({
    from: z.string().max(20).meta({ description: "The release that the programme followed when this was looked at." }),
    to: z.string().max(20),
    take: z.union([z.literal("all"), z.array(z.string().max(300)).max(5_000)]),
  }),
  output: z.strictObject({ id: Id, taken: z.int(), kept: z.int() }),
  refusals: {
    "no-such-release": { status: 422, sentence: "That release of the pack cannot be taken over from here." },
    "changed-meanwhile": { status: 409, sentence: "The programme follows another release by now; look again." },
    "unknown-offer": { status: 422, sentence: "Something that was chosen is no longer open; look again." },
    "would-circle": { status: 422, sentence: "A link of the release would close a circle with links made here." },
  },
})

export const revokeRelease = contract({
  name: "revokeRelease",
  audience: "programme",
  permission: "programme.manage",
  method: "POST",
  path: "/programmes/{programmeId}/pack/adoptions/{adoptionId}/undo",
  summary: "Undo the last take-over of a release; what was edited after it stays",
  input: z.strictObject({ adoptionId: Id }),
  output: z.strictObject({ id: Id, release: z.string() }),
  refusals: {
    ...notFound,
    "not-the-last": { status: 409, sentence: "Only the last take-over can be undone, once." },
  },
})

import { ago, inDays, type StoryEvent } from "../story-event"
import { accepts, handsIn, rejects, signs } from "./proof-acts"

const [lead, sponsor, security] = ["Helen Brandt", "Ingrid Solberg", "Kwame Osei"]
const answers = (responsibility: string, person: string): StoryEvent => ({
  ...{ when: inDays(2), who: lead, does: "answer-for", responsibility, person },
})

/** Who answers for what. Tom has no account, so Sana signs for data protection while he is away. */
const responsibilities: readonly StoryEvent[] = [
  answers("sponsor", sponsor),
  answers("security", security),
  answers("data-protection", "Tom Becker"),
  answers("data-owner", "Marta Ruiz"),
  answers("operations", "Jonas Adler"),
  answers("finance", "Priya Nair"),
  answers("people", "Carla Mendes"),
  {
    ...{ when: ago(72), who: lead, does: "answer-for", responsibility: "data-protection" },
    ...{ person: "Sana Khan", deputyFor: 110 },
  },
]

/** Gate 0: everything is attested, nothing waived, and two sign. */
const gate0: readonly StoryEvent[] = [
  handsIn(inDays(45), "Sana Khan", "as-is-and-to-be-reviewed", {
    title: "Minutes of the review of the as-is and to-be pictures",
    note: "Core banking, card services and operations were there. Two systems were added, one was struck out.",
  }),
  accepts(inDays(46), lead, "as-is-and-to-be-reviewed"),
  handsIn(inDays(50), "Priya Nair", "kpi-owners-agree", {
    title: "Answers of the owners of the KPIs",
    note: "All five agree to definition, baseline and target. Time to insight is counted in working days.",
  }),
  accepts(inDays(51), lead, "kpi-owners-agree"),
  handsIn(inDays(52), "Sana Khan", "architecture-accepted", {
    ...{ title: "The architecture on one page", url: "https://wiki.northbridge.example/lakehouse/architecture" },
    note: "With the names of those who accepted it for security, operations and the data teams.",
  }),
  accepts(inDays(53), sponsor, "architecture-accepted"),
  handsIn(inDays(53), lead, "contract-in-place", {
    title: "Order confirmation of the platform",
    note: "Signed by procurement; the cloud runs under the contract of the group.",
    file: { name: "order-confirmation.txt", text: "Order 4711: one platform subscription, three years.\n" },
  }),
  accepts(inDays(54), sponsor, "contract-in-place"),
  handsIn(inDays(54), lead, "sponsor-funds-named-team", {
    title: "Mandate with budget and names",
    note: "The budget covers the platform, two squads and the training. Twelve people are named.",
  }),
  accepts(inDays(56), "Sana Khan", "sponsor-funds-named-team"),
  handsIn(inDays(54), "Priya Nair", "objectives-measured-and-owned", {
    title: "Objectives and their KPIs",
    note: "Five objectives, each with a KPI, baseline, target and owner. Seen by the steering.",
  }),
  accepts(inDays(57), sponsor, "objectives-measured-and-owned"),
  handsIn(inDays(54), lead, "sources-owned-and-classified", {
    title: "Inventory of the sources with owners and classes",
    note: "58 of 61 have both. The other three belong to systems that are switched off in autumn. From Tom.",
  }),
  accepts(inDays(57), "Sana Khan", "sources-owned-and-classified"),
  handsIn(inDays(55), "Sana Khan", "ten-dimensions-scored", {
    title: "Assessment of the ten dimensions",
    note: "As-is and to-be for all ten, from the workshops with those who run the systems.",
  }),
  accepts(inDays(57), lead, "ten-dimensions-scored"),
  handsIn(inDays(57), lead, "baseline-plan-agreed", {
    title: "Decision of the steering on the plan",
    note: "The sponsor agrees to the plan that is kept as the baseline of this day.",
  }),
  accepts(inDays(58), sponsor, "baseline-plan-agreed"),
  signs(inDays(59), security, { gate: "assessment-gate" }, "security"),
  signs(inDays(59), sponsor, { gate: "assessment-gate" }, "sponsor"),
]

/** Gate 1: the security review is accepted at the second try. */
const gate1: readonly StoryEvent[] = [
  handsIn(inDays(100), "Jonas Adler", "cloud-built-from-code", {
    ...{ title: "Two runs of the same code", url: "https://git.northbridge.example/platform/pipelines/118" },
    note: "The test subscription was emptied and built again in 54 minutes.",
  }),
  accepts(inDays(101), "Sana Khan", "cloud-built-from-code"),
  handsIn(inDays(110), "Jonas Adler", "storage-not-public", {
    ...{ title: "Scan of all storage accounts from outside", validForDays: 238 },
    note: "None of nine answers. The scan is to be repeated every eight months.",
  }),
  accepts(inDays(114), "Sana Khan", "storage-not-public"),
  handsIn(inDays(120), lead, "framework-approved", {
    ...{ title: "The governance framework", url: "https://wiki.northbridge.example/lakehouse/governance" },
    note: "Approved by the data council. From Tom.",
  }),
  accepts(inDays(122), "Sana Khan", "framework-approved"),
  handsIn(inDays(126), lead, "regulations-have-policies", {
    title: "List of regulations and policies",
    note: "Seven apply, each has a policy and an owner.",
  }),
  accepts(inDays(128), sponsor, "regulations-have-policies"),
  handsIn(inDays(134), security, "encryption-verified", {
    ...{ title: "Test of encryption with our own keys", validForDays: 242 },
    note: "With the key taken away nothing could be read after ten minutes.",
  }),
  accepts(inDays(135), "Sana Khan", "encryption-verified"),
  handsIn(inDays(135), "Jonas Adler", "egress-limited", {
    title: "Two refused attempts",
    note: "One from a cluster, one from serverless, both to a host that is not on the list. Both were seen by Kwame.",
  }),
  accepts(inDays(137), "Sana Khan", "egress-limited"),
  handsIn(inDays(136), "Jonas Adler", "siem-receives-events", {
    title: "A test event in the tool of the security team",
    note: "Sent at 10:02, seen at 10:04, answered at 10:11.",
  }),
  accepts(inDays(137), "Sana Khan", "siem-receives-events"),
  handsIn(inDays(138), lead, "data-protection-review-accepted", {
    title: "Letter of the data-protection office",
    note: "Accepted, under the condition that customer names never reach the development workspace. From Tom.",
  }),
  accepts(inDays(141), "Sana Khan", "data-protection-review-accepted"),
  handsIn(inDays(140), "Jonas Adler", "security-review-accepted", {
    title: "Minutes of the security review board",
    note: "Accepted with two remarks.",
  }),
  rejects(inDays(141), "Sana Khan", "security-review-accepted", "The two remarks have neither owners nor dates."),
  handsIn(inDays(142), "Jonas Adler", "security-review-accepted", {
    title: "Minutes of the security review board, with owners and dates",
    note: "Both remarks are with Kwame; the later one is due in six weeks.",
    file: { name: "review-board.txt", text: "Accepted. Remark 1: Kwame Osei, two weeks. Remark 2: six weeks.\n" },
  }),
  accepts(inDays(143), "Sana Khan", "security-review-accepted"),
  signs(inDays(144), security, { gate: "foundation-gate" }, "security"),
  signs(inDays(144), sponsor, { gate: "foundation-gate" }, "sponsor"),
]

export const passing: readonly StoryEvent[] = [...responsibilities, ...gate0, ...gate1]

import { ago, type StoryEvent } from "../story-event"
import { accepts, approvesWaiver, asksWaiver, handsIn, signs } from "./proof-acts"

const governance = { criterion: "data-governance-and-security-implemented" }

/** Governance and security were signed after the facts of ten weeks ago; two facts say otherwise since. */
const governed: readonly StoryEvent[] = [
  asksWaiver(
    ago(71),
    "Jonas Adler",
    "jobs-run-as-service-principals",
    92,
    "Fourteen jobs still run as Marta and Leo; they move with the work on service principals, which begins next month.",
  ),
  approvesWaiver(ago(69), "Helen Brandt", "jobs-run-as-service-principals"),
  handsIn(ago(70), "Leo Tan", "erasure-rehearsed", {
    title: "One customer erased through all layers",
    note: "41 tables, their history and two copies. A search for the number finds nothing any more.",
  }),
  accepts(ago(68), "Sana Khan", "erasure-rehearsed"),
  signs(ago(66), "Kwame Osei", governance, "security"),
  signs(ago(65), "Sana Khan", governance, "data-protection"),
]

/** What was attested since, and what still waits for somebody. */
const attested: readonly StoryEvent[] = [
  handsIn(ago(52), "Priya Nair", "cost-reviewed-monthly", {
    ...{ title: "Usage and costs of the month, with the teams", validForDays: 35 },
    note: "€47,200. One cluster without a stop; Leo has changed it while we talked.",
  }),
  accepts(ago(51), "Helen Brandt", "cost-reviewed-monthly"),
  handsIn(ago(20), "Priya Nair", "cost-reviewed-monthly", {
    ...{ title: "Usage and costs of the next month, with the teams", validForDays: 35 },
    note: "€45,900. Nothing idles at night any more.",
  }),
  accepts(ago(19), "Helen Brandt", "cost-reviewed-monthly"),
  handsIn(ago(40), "Helen Brandt", "source-approvals-recorded", {
    title: "Approvals of the owners of the sources",
    note: "From Tom: 14 of 14, card services under the contract of the group.",
  }),
  accepts(ago(38), "Sana Khan", "source-approvals-recorded"),
  handsIn(ago(33), "Leo Tan", "source-onboarded-by-configuration", {
    ...{ title: "Change that brought in the branch ledger", url: "https://git.northbridge.example/ingest/merge/342" },
    note: "Eleven lines of configuration, no code.",
  }),
  accepts(ago(32), "Sana Khan", "source-onboarded-by-configuration"),
  handsIn(ago(23), "Leo Tan", "pipeline-code-reviewed", {
    ...{ title: "Rule of the repository", url: "https://git.northbridge.example/ingest/settings" },
    note: "Nothing is merged without a second person and green tests, since spring.",
  }),
  accepts(ago(22), "Sana Khan", "pipeline-code-reviewed"),
  handsIn(ago(9), "Jonas Adler", "test-alert-received", {
    title: "Test alert of Tuesday night",
    note: "Sent at 02:10, taken at 02:16 by whoever was on duty.",
  }),
  accepts(ago(8), "Sana Khan", "test-alert-received"),
  handsIn(ago(3), "Marta Ruiz", "replay-rehearsed", {
    title: "Replay of the card stream",
    note: "Stopped for two hours and replayed: 1,204,311 events before, 1,204,311 after.",
  }),
  asksWaiver(
    ago(4),
    "Marta Ruiz",
    "raw-tables-on-time",
    42,
    "Five SAP tables cannot be on time before the licence is there; the other 113 are.",
  ),
]

export const proof: readonly StoryEvent[] = [...governed, ...attested]

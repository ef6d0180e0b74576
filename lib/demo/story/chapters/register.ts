import { ago, inDays, type StoryEvent } from "../story-event"
import { enters, weighs } from "./register-acts"

const lead = "Helen Brandt"

/** What might come in between, and how it was weighed over the year. */
const risks: readonly StoryEvent[] = [
  enters(inDays(60), lead, {
    ...{ entry: "review-board", kind: "risk", owner: "Kwame Osei", title: "The security review board postpones us" },
    description: "It meets every second Thursday, and wants the report of the penetration test first.",
    ...{ probability: 0.6, impact: 4, delay: [10, 16, 26], response: "reduce" },
    responseNote: "Submit the drawings per subnet a meeting early.",
    ...{ dueIn: 56, workstreams: ["data-encryption"], gates: ["foundation-gate"] },
  }),
  { when: inDays(114), who: lead, does: "come-true", entry: "review-board" },
  weighs(inDays(120), lead, "review-board", { delay: [2, 4, 8] }),
  { when: inDays(145), who: lead, does: "close", entry: "review-board", note: "Passed with two remarks, as Gate 1." },
  enters(inDays(92), "Sana Khan", {
    ...{ entry: "sap-licence", kind: "risk", owner: "Marta Ruiz", title: "SAP licence and delta method come late" },
    description: "Legal must change the contract before an extractor may read deltas. Three tables have none today.",
    ...{ probability: 0.25, impact: 5, delay: [20, 35, 60], response: "reduce" },
    responseNote: "Build the mapping against the sandbox meanwhile.",
    ...{ dueIn: 300, workstreams: ["source-connectivity"], gates: ["ingestion-gate"] },
  }),
  weighs(inDays(150), "Sana Khan", "sap-licence", { probability: 0.4 }),
  weighs(inDays(205), lead, "sap-licence", { probability: 0.6 }),
  weighs(ago(46), lead, "sap-licence", { probability: 0.6, delay: [5, 10, 20] }),
  { when: ago(18), who: lead, does: "come-true", entry: "sap-licence" },
  weighs(ago(14), lead, "sap-licence", { delay: [4, 8, 15] }),
  enters(inDays(120), lead, {
    ...{ entry: "two-engineers", kind: "risk", owner: lead, title: "Two data engineers carry ingestion and the marts" },
    description: "Marta and Leo are named in nearly all of the work of the summer. Holidays are not in the estimates.",
    ...{ probability: 0.5, impact: 4, delay: [15, 30, 50], response: "reduce" },
    responseNote: "A third engineer from the group's pool, asked for at the mid-year steering.",
    ...{ dueIn: 290, workstreams: ["ingestion-framework"], gates: ["ingestion-gate"] },
  }),
  weighs(inDays(190), lead, "two-engineers", { probability: 0.65 }),
  weighs(ago(60), lead, "two-engineers", { probability: 0.5, delay: [5, 10, 18] }),
  weighs(ago(5), lead, "two-engineers", { probability: 0.25 }),
  enters(inDays(66), "Sana Khan", {
    ...{
      entry: "firewall-changes",
      kind: "risk",
      owner: "Jonas Adler",
      title: "Firewall changes take longer than planned",
    },
    description: "Each change to a source takes eight working days, and only Wednesdays before noon count.",
    ...{ probability: 0.6, impact: 2, delay: [3, 6, 12], response: "reduce" },
    responseNote: "Ask for all sources at once.",
    ...{ workstreams: ["source-connectivity"] },
  }),
  { when: inDays(252), who: lead, does: "close", entry: "firewall-changes", note: "All six requests are through." },
]
const standing: readonly StoryEvent[] = [
  enters(inDays(158), lead, {
    ...{ entry: "clusters-at-night", kind: "risk", owner: "Priya Nair", title: "Clusters run through the night" },
    description: "Then the platform costs €61,000 a month and not €46,000.",
    ...{ probability: 0.4, impact: 3, response: "reduce", responseNote: "Policies stop what idles for an hour." },
    workstreams: ["cost-management"],
  }),
  weighs(ago(25), lead, "clusters-at-night", { probability: 0.15 }),
  enters(inDays(207), lead, {
    ...{
      entry: "own-spreadsheets",
      kind: "risk",
      owner: "Carla Mendes",
      title: "Branches keep their own spreadsheets",
    },
    description: "Four of eleven regions answered that they would use the mart beside their sheet, not instead of it.",
    ...{ probability: 0.3, impact: 4, response: "reduce", responseNote: "Two branch managers review the sales mart." },
    ...{ workstreams: ["training-and-onboarding", "data-mart-creation"], gates: ["analytics-gate"], dueIn: 190 },
  }),
  weighs(ago(13), lead, "own-spreadsheets", { probability: 0.45 }),
  enters(inDays(128), "Sana Khan", {
    ...{ entry: "only-jonas", kind: "risk", owner: "Jonas Adler", title: "Only Jonas knows the network" },
    description: "Private endpoints, routes and the firewall rules are in code, but one person reads that code.",
    ...{ probability: 0.15, impact: 4, delay: [5, 10, 20], response: "accept" },
    responseNote: "Leo follows every change; the runbook comes with the handbook.",
    ...{ workstreams: ["job-orchestration"], gates: ["processing-gate"] },
  }),
  enters(inDays(236), lead, {
    ...{
      entry: "retention",
      kind: "risk",
      owner: "Tom Becker",
      title: "How long raw payments are kept is not decided",
    },
    description: "Without a period the tables only grow, and the data-protection review comes back to it each quarter.",
    ...{ probability: 0.5, impact: 2, response: "avoid", dueIn: 120, workstreams: ["delta-lake-implementation"] },
  }),
]

/** What the plan takes for granted, and what it waits for from others. */
const others: readonly StoryEvent[] = [
  enters(inDays(88), "Sana Khan", {
    ...{
      entry: "read-replica",
      kind: "assumption",
      owner: "Sana Khan",
      title: "Core banking keeps a read replica for us",
    },
    description: "The loads of SQL Server and Oracle rest on it; nobody has promised it beyond this year.",
    ...{ probability: 0.1, impact: 5, delay: [10, 20, 40], workstreams: ["batch-and-streaming-data"] },
  }),
  enters(inDays(214), lead, {
    ...{
      entry: "sap-freeze",
      kind: "dependency",
      owner: "Marta Ruiz",
      title: "The group's SAP freeze at the year's end",
    },
    description: "From the second week of December nothing is changed in the ledger's system.",
    ...{ probability: 0.2, impact: 4, delay: [3, 6, 12], response: "accept", dueIn: 180 },
    ...{ workstreams: ["source-connectivity"], gates: ["ingestion-gate"] },
  }),
  weighs(ago(20), lead, "sap-freeze", { probability: 0.4 }),
  enters(inDays(260), "Sana Khan", {
    ...{ entry: "group-identities", kind: "dependency", owner: "Kwame Osei", title: "The group moves its identities" },
    description: "Our groups come from there. The move must not fall into the weeks of the first dashboards.",
    ...{ probability: 0.25, impact: 3, delay: [3, 8, 15], response: "transfer", dueIn: 165 },
    ...{ workstreams: ["bi-tool-integration"], gates: ["analytics-gate"] },
  }),
  enters(ago(33), lead, {
    ...{
      entry: "no-owner-of-product",
      kind: "issue",
      owner: "Tom Becker",
      title: "The dimension product has three owners",
    },
    description: "So it has none, and two marts wait for one meaning of it.",
    ...{ impact: 3, response: "avoid", dueIn: 24, workstreams: ["model-data"] },
  }),
  {
    when: ago(21),
    who: lead,
    does: "close",
    entry: "no-owner-of-product",
    note: "Retail owns it; Tom told the others.",
  },
]

export const register: readonly StoryEvent[] = [...risks, ...standing, ...others]

import type { AdoptionState } from "@/lib/catalogue/contract"

/**
 * Things that happened besides the daily work. `item` is a key of the pack or of a hand-made item below. A beat lies some
 * days before today, or, with `of`, some days after the start or finish of that item's work.
 */
export type When =
  | { readonly daysAgo: number }
  | { readonly after: "start" | "finish"; readonly of: string; readonly days: number }
export type Beat = { readonly when: When; readonly who: string } & (
  | { readonly does: "comment"; readonly item: string; readonly text: string }
  | { readonly does: "block"; readonly item: string; readonly reason: string }
  | { readonly does: "resume"; readonly item: string; readonly percent: number }
  | { readonly does: "drop"; readonly item: string; readonly reason: string }
  | { readonly does: "reopen"; readonly item: string; readonly percent: number }
  | { readonly does: "finish"; readonly item: string }
  | { readonly does: "estimate"; readonly item: string; readonly days: readonly [number, number, number] }
  | { readonly does: "deadline"; readonly item: string; readonly inDays: number }
  | { readonly does: "adopt"; readonly component: string; readonly state: AdoptionState; readonly note?: string }
  | {
      readonly does: "add"
      readonly item: string
      readonly workstream: string
      readonly title: string
      readonly owner: string
      readonly days: readonly [number, number, number]
    }
  | { readonly does: "target"; readonly gate: string; readonly inDays: number }
)

const ago = (daysAgo: number): When => ({ daysAgo })
const after = (of: string, edge: "start" | "finish", days = 0): When => ({ after: edge, of, days })

export const beats: readonly Beat[] = [
  // Assessment
  {
    when: after("confirm-sponsor-and-mandate", "finish"),
    who: "Helen Brandt",
    does: "comment",
    item: "confirm-sponsor-and-mandate",
    text: "Ingrid signed the mandate. Budget covers platform, two squads and the training.",
  },
  {
    when: after("inventory-data-sources", "start", 4),
    who: "Sana Khan",
    does: "comment",
    item: "inventory-data-sources",
    text: "61 sources so far, not the 35 in the old list. **SAP, Oracle and SQL Server** carry most of the volume.",
  },
  {
    when: after("find-owners-and-classify-sources", "start", 3),
    who: "Helen Brandt",
    does: "comment",
    item: "find-owners-and-classify-sources",
    text: "Tom has no account yet; he sends me his list on Fridays and I enter it.",
  },
  {
    when: after("procure-platform", "start", 6),
    who: "Helen Brandt",
    does: "comment",
    item: "procure-platform",
    text: "Procurement wants three offers even for a marketplace subscription. Two weeks more.",
  },
  {
    when: after("choose-mvp", "finish"),
    who: "Helen Brandt",
    does: "comment",
    item: "choose-mvp",
    text: "Fraud signals is the MVP: one owner, daily data, and a number the board knows.",
  },
  {
    when: after("score-ten-dimensions", "finish"),
    who: "Sana Khan",
    does: "comment",
    item: "score-ten-dimensions",
    text: "Weakest: operations and cost. Strongest: security, as expected from a bank.",
  },
  // Foundation, and the gate that slipped
  {
    when: after("set-hipaa-policy", "start"),
    who: "Helen Brandt",
    does: "drop",
    item: "set-hipaa-policy",
    reason: "No health data in scope; agreed with data protection.",
  },
  {
    when: after("pass-security-review", "start", 8),
    who: "Kwame Osei",
    does: "comment",
    item: "pass-security-review",
    text: "The review board meets every second Thursday only. They also want the private endpoints drawn per subnet.",
  },
  {
    when: after("pass-security-review", "start", 12),
    who: "Kwame Osei",
    does: "block",
    item: "pass-security-review",
    reason: "Review board postponed: penetration test report is missing.",
  },
  {
    when: after("pass-security-review", "start", 13),
    who: "Helen Brandt",
    does: "comment",
    item: "pass-security-review",
    text: "This moves Gate 1 by about three weeks. I take it to the steering on Monday rather than hope.",
  },
  {
    when: after("pass-security-review", "start", 24),
    who: "Kwame Osei",
    does: "resume",
    item: "pass-security-review",
    percent: 60,
  },
  {
    when: after("pass-security-review", "finish"),
    who: "Kwame Osei",
    does: "comment",
    item: "pass-security-review",
    text: "Passed with two remarks, both have owners.",
  },
  {
    when: after("create-workspaces", "finish"),
    who: "Jonas Adler",
    does: "comment",
    item: "create-workspaces",
    text: "dev, test and prod are there, all from code. Nobody has clicked anything.",
  },
  {
    when: after("assign-compute-policies", "finish", 1),
    who: "Jonas Adler",
    does: "comment",
    item: "assign-compute-policies",
    text: "Four policies. Anything larger than 8 workers needs a word from Priya.",
  },
  {
    when: after("test-access-by-role", "finish", 17),
    who: "Kwame Osei",
    does: "reopen",
    item: "test-access-by-role",
    percent: 70,
  },
  {
    when: after("test-access-by-role", "finish", 17),
    who: "Kwame Osei",
    does: "comment",
    item: "test-access-by-role",
    text: "Reopened: internal audit found that two service principals could read the customer schema.",
  },
  { when: after("test-access-by-role", "finish", 24), who: "Kwame Osei", does: "finish", item: "test-access-by-role" },
  {
    when: after("filter-rows-and-mask-columns", "start", 2),
    who: "Sana Khan",
    does: "add",
    item: "mask-iban",
    workstream: "access-control",
    title: "Mask IBAN and card numbers in the customer tables",
    owner: "Kwame Osei",
    days: [2, 4, 7],
  },
  { when: after("filter-rows-and-mask-columns", "start", 9), who: "Kwame Osei", does: "finish", item: "mask-iban" },
  // Ingestion, in the middle of it
  {
    when: after("connect-oracle", "start", 3),
    who: "Leo Tan",
    does: "comment",
    item: "connect-oracle",
    text: "Goes through the private endpoint now. Full load of the ledger took 41 minutes.",
  },
  {
    when: after("connect-sql-server", "finish"),
    who: "Marta Ruiz",
    does: "comment",
    item: "connect-sql-server",
    text: "Read replica only, as agreed with the core banking team.",
  },
  {
    when: ago(150),
    who: "Marta Ruiz",
    does: "add",
    item: "replace-ftp",
    workstream: "source-connectivity",
    title: "Replace the nightly FTP drop of card files by Auto Loader",
    owner: "Leo Tan",
    days: [3, 5, 9],
  },
  {
    when: after("integrate-talend", "start"),
    who: "Helen Brandt",
    does: "drop",
    item: "integrate-talend",
    reason: "The last Talend job was switched off in spring; nothing to integrate.",
  },
  { when: ago(46), who: "Marta Ruiz", does: "estimate", item: "connect-sap", days: [8, 14, 30] },
  {
    when: ago(45),
    who: "Marta Ruiz",
    does: "comment",
    item: "connect-sap",
    text: "Likely goes from 8 to 14 days: the extractor cannot do deltas on three of the tables.",
  },
  {
    when: ago(18),
    who: "Marta Ruiz",
    does: "block",
    item: "connect-sap",
    reason: "Waiting for the SAP licence and the delta method.",
  },
  {
    when: ago(17),
    who: "Helen Brandt",
    does: "comment",
    item: "connect-sap",
    text: "Licence is with legal. @Ingrid is told; this holds up Gate 2.",
  },
  {
    when: ago(9),
    who: "Ingrid Solberg",
    does: "comment",
    item: "connect-sap",
    text: "I spoke to SAP. We get an answer this month.",
  },
  { when: ago(14), who: "Helen Brandt", does: "deadline", item: "connect-sap", inDays: 4 },
  {
    when: ago(33),
    who: "Sana Khan",
    does: "comment",
    item: "build-metadata-driven-onboarding",
    text: "A new source is one YAML file and a review now. Third one took Leo an afternoon.",
  },
  { when: ago(26), who: "Leo Tan", does: "estimate", item: "rehearse-replay", days: [2, 4, 9] },
  {
    when: ago(12),
    who: "Leo Tan",
    does: "comment",
    item: "prove-service-levels",
    text: "Nine good days of fourteen. Tuesday failed because of the maintenance window, nobody had told us.",
  },
  {
    when: ago(75),
    who: "Jonas Adler",
    does: "comment",
    item: "open-firewalls-to-sources",
    text: "Request 4 of 6 is open. Each one takes eight working days, so ask early.",
  },
  { when: ago(138), who: "Leo Tan", does: "finish", item: "replace-ftp" },
  // Processing
  {
    when: ago(60),
    who: "Marta Ruiz",
    does: "comment",
    item: "agree-pipeline-conventions",
    text: "Conventions are on one page. If it does not fit on the page it is not a convention.",
  },
  {
    when: ago(30),
    who: "Marta Ruiz",
    does: "comment",
    item: "cleanse-data",
    text: "Customer duplicates: 3.1% in the core system, 0.4% after the rules.",
  },
  {
    when: ago(22),
    who: "Priya Nair",
    does: "comment",
    item: "gather-analytical-questions",
    text: "27 questions from finance and risk, 9 of them are the same question.",
  },
  {
    when: ago(20),
    who: "Helen Brandt",
    does: "add",
    item: "fx-rates",
    workstream: "etl-elt-pipeline-development",
    title: "Reconcile FX rates with treasury",
    owner: "Marta Ruiz",
    days: [2, 3, 6],
  },
  { when: ago(15), who: "Marta Ruiz", does: "estimate", item: "transform-data", days: [6, 11, 20] },
  {
    when: ago(11),
    who: "Leo Tan",
    does: "block",
    item: "convert-existing-tables",
    reason: "Storage quota of the test subscription is used up.",
  },
  {
    when: ago(10),
    who: "Jonas Adler",
    does: "comment",
    item: "convert-existing-tables",
    text: "Quota raise is requested, usually two days.",
  },
  { when: ago(7), who: "Leo Tan", does: "resume", item: "convert-existing-tables", percent: 45 },
  {
    when: ago(4),
    who: "Priya Nair",
    does: "comment",
    item: "agree-shared-dimensions",
    text: "Customer and account are agreed. Product has three owners, so it has none.",
  },
  // Scale & improve, begun early
  {
    when: ago(120),
    who: "Jonas Adler",
    does: "comment",
    item: "set-tags-and-budgets",
    text: "Untagged spend is down to 17%. The rest is two old clusters with no owner.",
  },
  {
    when: ago(40),
    who: "Helen Brandt",
    does: "comment",
    item: "train-data-engineers-on-databricks",
    text: "14 of 16 through the first course. Recordings are in the handbook.",
  },
  {
    when: ago(6),
    who: "Priya Nair",
    does: "comment",
    item: "track-cost-per-job",
    text: "November stands at €41,300 of 46,000. Most of it is two jobs that could run at night.",
  },
  {
    when: ago(3),
    who: "Ingrid Solberg",
    does: "comment",
    item: "hold-regular-reviews",
    text: "The page answers my three questions. Keep the steering to 30 minutes, please.",
  },
  {
    when: ago(2),
    who: "Leo Tan",
    does: "block",
    item: "build-workflows",
    reason: "The scheduler is frozen until the year-end close.",
  },
  // What the bank does with the platform
  { when: ago(270), who: "Sana Khan", does: "adopt", component: "unity-catalog", state: "planned" },
  {
    when: ago(190),
    who: "Sana Khan",
    does: "adopt",
    component: "unity-catalog",
    state: "in_production",
    note: "All three workspaces; Hive is read-only.",
  },
  { when: ago(185), who: "Sana Khan", does: "adopt", component: "delta-lake", state: "in_production" },
  { when: ago(150), who: "Sana Khan", does: "adopt", component: "auto-loader", state: "in_production" },
  {
    when: ago(90),
    who: "Sana Khan",
    does: "adopt",
    component: "lakeflow-pipelines",
    state: "piloting",
    note: "Two domains until the new year, then decide.",
  },
  { when: ago(88), who: "Sana Khan", does: "adopt", component: "lakeflow-jobs", state: "in_production" },
  { when: ago(80), who: "Sana Khan", does: "adopt", component: "sql-warehouse", state: "piloting" },
  {
    when: ago(76),
    who: "Sana Khan",
    does: "adopt",
    component: "personal-access-token",
    state: "retiring",
    note: "Service principals by year's end.",
  },
  { when: ago(70), who: "Sana Khan", does: "adopt", component: "serverless-compute", state: "planned" },
  {
    when: ago(64),
    who: "Sana Khan",
    does: "adopt",
    component: "dbrx",
    state: "not_applicable",
    note: "Retired model.",
  },
  { when: ago(50), who: "Sana Khan", does: "adopt", component: "genie-agents", state: "planned" },
  { when: ago(49), who: "Sana Khan", does: "adopt", component: "model-serving", state: "planned" },
  // Targets of gates: set at the first steering, moved once
  {
    when: after("agree-baseline-plan", "finish"),
    who: "Helen Brandt",
    does: "target",
    gate: "assessment-gate",
    inDays: 16,
  },
  {
    when: after("agree-baseline-plan", "finish"),
    who: "Helen Brandt",
    does: "target",
    gate: "foundation-gate",
    inDays: 60,
  },
  {
    when: after("agree-baseline-plan", "finish"),
    who: "Helen Brandt",
    does: "target",
    gate: "ingestion-gate",
    inDays: 205,
  },
  {
    when: after("pass-security-review", "start", 14),
    who: "Helen Brandt",
    does: "target",
    gate: "foundation-gate",
    inDays: 40,
  },
  { when: ago(62), who: "Helen Brandt", does: "target", gate: "ingestion-gate", inDays: 76 },
  { when: ago(62), who: "Helen Brandt", does: "target", gate: "processing-gate", inDays: 125 },
  { when: ago(62), who: "Helen Brandt", does: "target", gate: "analytics-gate", inDays: 190 },
]

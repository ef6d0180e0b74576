import { ago, inDays, type StoryEvent } from "../story-event"
import type { Measure } from "../value-event"

const TARGET = 480
const kpis: readonly Measure[] = [
  { kpi: "time-to-insight", owner: "Carla Mendes", baseline: 47, target: 20, targetIn: TARGET, cadence: "monthly" },
  {
    ...{ kpi: "source-onboarding-lead-time", owner: "Marta Ruiz", baseline: 40, target: 10, targetIn: TARGET },
    ...{ cadence: "monthly", milestones: [[130, 40]] },
  },
  {
    ...{ kpi: "dashboard-query-time", owner: "Priya Nair", baseline: 21, target: 5, targetIn: TARGET },
    ...{ cadence: "monthly", byHand: "imported" },
  },
  { kpi: "unit-cost-against-legacy", owner: "Ingrid Solberg", baseline: 1, target: 0.7, targetIn: 570 },
  { kpi: "tagged-spend", owner: "Priya Nair", baseline: 60, target: 98, targetIn: 400 },
  { kpi: "job-and-serverless-compute", owner: "Jonas Adler", baseline: 35, target: 95, targetIn: 420 },
  {
    ...{ kpi: "active-users", owner: "Carla Mendes", baseline: 6, target: 70, targetIn: TARGET, byHand: "imported" },
    milestones: [[150, 6]],
  },
  { kpi: "activation", owner: "Carla Mendes", baseline: 20, target: 75, targetIn: 450 },
  { kpi: "use-cases-live", owner: "Carla Mendes", baseline: 0, target: 4, targetIn: 560, milestones: [[200, 0]] },
  { kpi: "training-completion", owner: "Priya Nair", baseline: 0, target: 90, targetIn: TARGET },
  { kpi: "satisfaction", owner: "Helen Brandt", baseline: -8, target: 35, targetIn: TARGET },
  {
    kpi: "pipeline-success-rate",
    ...{ owner: "Leo Tan", baseline: 88, target: 99, targetIn: 430, cadence: "monthly" },
  },
  {
    kpi: "freshness-attainment",
    ...{ owner: "Leo Tan", baseline: 80, target: 97, targetIn: 350, cadence: "monthly" },
  },
  {
    kpi: "unity-catalog-coverage",
    ...{ owner: "Jonas Adler", baseline: 0, target: 95, targetIn: 420, byHand: "imported", milestones: [[120, 0]] },
  },
  { kpi: "data-quality-score", owner: "Tom Becker", baseline: 92, target: 99, targetIn: TARGET, cadence: "monthly" },
  {
    kpi: "users-of-a-use-case",
    own: {
      ...{ name: "Users of a use case", unit: "users", of: "active-users" },
      definition: "How many people use the platform for each use case that is live.",
    },
    ...{
      owner: "Carla Mendes",
      formula: "{active-users} / {use-cases-live}",
      baseline: 12,
      target: 18,
      targetIn: TARGET,
    },
  },
]

type Said = readonly [value: number, confidence: number, sentence?: string]

/** A value about every month, the last one some days ago. */
const monthly = (who: string, kpi: string, last: number, said: readonly Said[]): readonly StoryEvent[] =>
  every(30, who, kpi, last, said)
const quarterly = (who: string, kpi: string, last: number, said: readonly Said[]): readonly StoryEvent[] =>
  every(91, who, kpi, last, said)

const every = (days: number, who: string, kpi: string, last: number, said: readonly Said[]): readonly StoryEvent[] =>
  said.map(([value, confidence, sentence], at) => ({
    ...{ when: ago(last + (said.length - 1 - at) * days), who, does: "check-in" as const, kpi, value, confidence },
    ...(sentence === undefined ? {} : { sentence }),
  }))

const measured = (who: string, kpi: string, daysAgo: number, confidence: number, sentence: string): StoryEvent => ({
  ...{ when: ago(daysAgo), who, does: "check-in", kpi, value: "as measured", confidence, sentence },
})

/** Fourteen months of KPIs: what was known before the programme began is the baseline. */
export const value: readonly StoryEvent[] = [
  { when: inDays(12), who: "Helen Brandt", does: "measure", kpis },
  {
    ...{ when: ago(1), who: "Helen Brandt", does: "bill", days: 270 },
    budgets: [9_000, 12_000, 15_000, 18_000, 21_000, 24_000, 27_000, 30_000, 33_000],
  },
  ...monthly("Helen Brandt", "time-to-insight", 33, [
    [47, 6, "As it was: five requests of the old warehouse, agreed with Carla."],
    [46, 6, "Nothing has changed for the users yet."],
    [46, 5, "Requests still go through the old warehouse."],
    [44, 6, "First questions are answered from the new raw layer."],
    [42, 6, "The backlog of requests is sorted by use case now."],
    [39, 7, "Two teams ask their questions themselves."],
    [37, 7, "Approval takes a week less since it is one form."],
    [34, 7, "Half of the new questions need no engineer."],
    [32, 7, "Holidays; fewer requests than usual."],
    [29, 8, "The claims dashboard was used on its first day."],
  ]),
  ...monthly("Marta Ruiz", "source-onboarding-lead-time", 33, [
    [40, 7, "The first sources by hand, with every approval."],
    [40, 6, "Firewall changes wait for Wednesdays."],
    [39, 6, "The firewall team takes two changes a week."],
    [38, 6, "The template for files is ready, not for databases."],
    [36, 6, "The template works for two of five kinds of source."],
    [33, 6, "SAP waits for its licence."],
    [31, 7, "Two sources in August, both by the template."],
    [29, 7, "The template works; firewall approval is half the time."],
    [27, 6, "Oracle by private endpoint took 24 days, card events 9."],
  ]),
  ...monthly("Priya Nair", "dashboard-query-time", 33, [
    [21, 6, "The old platform at nine in the morning."],
    [20.4, 6, "Still the old platform."],
    [18.2, 6, "First dashboards on a warehouse of their own."],
    [15.9, 7, "Two reports were rewritten; the ledger is next."],
    [13.6, 7, "The ledger reads from tables that are clustered now."],
    [12.1, 7, "Mornings are slow still; the warehouse starts earlier from now on."],
    [10.9, 8, "The warehouse starts before the first meeting."],
    [9.2, 8, "The slowest ten queries were rewritten."],
  ]),
  ...quarterly("Ingrid Solberg", "unit-cost-against-legacy", 150, [
    [1.06, 6, "Both platforms run; licences are paid to the end of the year."],
    [1.12, 6, "Licences are paid to the end of the year."],
    [1.18, 5, "Both platforms run until the ledger has moved."],
  ]),
  ...monthly("Helen Brandt", "active-users", 33, [
    [6, 6, "The team itself."],
    [11, 6, "The first analysts."],
    [17, 6, "The first wave is in."],
    [24, 7, "Risk joins with five people."],
    [31, 7, "Holidays hide some of the growth."],
    [38, 7, "The claims dashboard brings people back every week."],
    [47, 7, "The second wave has begun."],
  ]),
  ...monthly("Helen Brandt", "use-cases-live", 33, [
    [0, 6, "None is live before Gate 2."],
    [0, 6, "None is live yet; claims is in test."],
    [1, 7, "Claims is live."],
    [1, 7, "Fraud waits for its last source."],
    [2, 7, "Fraud is live; the next one is planned after Gate 2."],
  ]),
  ...monthly("Priya Nair", "training-completion", 4, [
    [4, 6, "Only the platform team so far."],
    [12, 6, "The first wave begins after the foundation."],
    [21, 6, "The first wave of analysts."],
    [30, 6, "Second wave; two sessions were moved."],
    [41, 7, "The second wave is half through."],
    [50, 7, "Engineers are through, analysts are not."],
    [59, 7, "Two more sessions were added."],
    [68, 7, "The third wave is booked."],
  ]),
  ...quarterly("Helen Brandt", "satisfaction", 40, [
    [-5, 6, "First pulse on the tools of today, 38 answers."],
    [4, 6, "Waiting for access is what people name first, 44 answers."],
    [19, 6, "Self-service is liked, documentation is missed, 61 answers."],
  ]),
  measured("Leo Tan", "pipeline-success-rate", 66, 7, "Most failures are timeouts of one source."),
  measured("Leo Tan", "pipeline-success-rate", 33, 7, "Retries are in place; the next facts will tell."),
  measured("Leo Tan", "freshness-attainment", 66, 6, "Three tables wait for one source every Monday."),
  measured("Leo Tan", "freshness-attainment", 5, 7, "The Monday source loads twice now."),
  measured("Priya Nair", "tagged-spend", 66, 7, "The sandbox has no tags yet."),
  measured("Priya Nair", "tagged-spend", 5, 8, "The sandbox is tagged by policy now."),
  measured("Jonas Adler", "job-and-serverless-compute", 66, 7, "Notebooks on shared clusters are what is left."),
  measured("Jonas Adler", "job-and-serverless-compute", 33, 7, "Four schedules still run on shared clusters."),
  measured("Helen Brandt", "activation", 66, 6, "Half of those with access have used it."),
  measured("Helen Brandt", "activation", 33, 7, "The second wave has its access."),
  ...monthly("Jonas Adler", "unity-catalog-coverage", 33, [
    [0, 7, "The metastore is planned; all tables lie in Hive."],
    [6, 7, "The first catalogue is in use by the platform team."],
    [17, 7, "New tables are made in Unity Catalog only."],
    [29, 6, "The sandbox has moved."],
    [44, 7, "The ledger's tables have moved in one weekend."],
    [58, 7, "Two jobs still write to Hive."],
    [74, 8, "What is left belongs to the branches."],
  ]),
  measured("Helen Brandt", "users-of-a-use-case", 32, 7, "Fraud is live: its users have just begun."),
]

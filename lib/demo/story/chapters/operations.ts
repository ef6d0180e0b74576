import { after, ago, type StoryEvent, says } from "../story-event"

/** What goes on beside the phases: training, cost, documentation, support. */
export const operations: readonly StoryEvent[] = [
  says(
    after("train-data-engineers-on-databricks", "finish"),
    "Helen Brandt",
    "train-data-engineers-on-databricks",
    "14 of 16 are through the first course. The recordings are in the handbook.",
  ),
  says(
    after("track-cost-per-job", "finish"),
    "Priya Nair",
    "track-cost-per-job",
    "Two jobs make 38% of the bill. Both could run at night on spot.",
  ),
  says(
    after("optimize-cluster-usage", "finish"),
    "Jonas Adler",
    "optimize-cluster-usage",
    "Both moved, and dev stops at seven in the evening. €9,200 a month less.",
  ),
  {
    when: after("implement-chargeback", "start", 6),
    who: "Priya Nair",
    does: "block",
    item: "implement-chargeback",
    reason: "Finance has no cost centre for shared tables yet",
  },
  {
    when: after("implement-chargeback", "start", 14),
    who: "Priya Nair",
    does: "resume",
    item: "implement-chargeback",
    percent: 55,
  },
  says(
    after("write-best-practices", "finish"),
    "Sana Khan",
    "write-best-practices",
    "64 readers in the first week, and eleven corrections. That is how it should be.",
  ),
  says(
    after("choose-improvements", "finish"),
    "Helen Brandt",
    "choose-improvements",
    "First three: faster start of clusters, one place for questions, fewer approvals for read access.",
  ),
  says(
    ago(6),
    "Priya Nair",
    "review-usage-and-cost",
    "This month stands at €41,300 of 46,000. Tagged spend is at 83%.",
  ),
  says(
    ago(4),
    "Ingrid Solberg",
    "iterate-on-processes",
    "The page answers my three questions. Keep the steering to 30 minutes, please.",
  ),
  {
    when: ago(2),
    who: "Jonas Adler",
    does: "block",
    item: "iterate-on-platform",
    reason: "Changes to production are frozen until the quarter is closed",
  },
]

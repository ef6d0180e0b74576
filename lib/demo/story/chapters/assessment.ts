import { after, inDays, type StoryEvent, says } from "../story-event"

/** Eight weeks: sponsor, inventory, gaps, architecture, plan. Gate 0 is reached on time. */
export const assessment: readonly StoryEvent[] = [
  says(
    after("confirm-sponsor-and-mandate", "finish"),
    "Helen Brandt",
    "confirm-sponsor-and-mandate",
    "Ingrid signed the mandate. The budget covers the platform, two squads and the training.",
  ),
  says(
    after("inventory-data-sources", "start", 4),
    "Sana Khan",
    "inventory-data-sources",
    "61 sources so far, not the 35 of the old list. **SAP, Oracle and SQL Server** carry most of the volume.",
  ),
  says(
    after("inventory-pipelines", "start", 5),
    "Leo Tan",
    "inventory-pipelines",
    "212 nightly jobs, 40 of them write a file that nobody reads. I keep a list of candidates to retire.",
  ),
  says(
    after("find-owners-and-classify-sources", "start", 2),
    "Helen Brandt",
    "find-owners-and-classify-sources",
    "Tom has no account; he sends me his list on Fridays and I enter it.",
  ),
  says(
    after("measure-kpi-baselines", "finish"),
    "Priya Nair",
    "measure-kpi-baselines",
    "Time to insight is 25 days today: I followed six requests from the question to the report.",
  ),
  says(
    after("score-ten-dimensions", "finish"),
    "Sana Khan",
    "score-ten-dimensions",
    "Weakest: operations and cost. Strongest: security, as one expects of a bank.",
  ),
  {
    when: after("procure-platform", "start", 5),
    who: "Helen Brandt",
    does: "estimate",
    item: "procure-platform",
    days: [8, 18, 30],
  },
  says(
    after("procure-platform", "start", 6),
    "Helen Brandt",
    "procure-platform",
    "Procurement wants three offers even for a marketplace subscription. Two weeks more.",
  ),
  says(
    after("estimate-platform-cost", "finish"),
    "Priya Nair",
    "estimate-platform-cost",
    "€46,000 a month once ingestion runs, if dev clusters stop at night. Without that it is 61,000.",
  ),
  says(
    after("choose-mvp", "finish"),
    "Helen Brandt",
    "choose-mvp",
    "Fraud signals is the MVP: one owner, daily data, and a number that the board knows.",
  ),
  says(
    after("accept-architecture", "finish"),
    "Ingrid Solberg",
    "accept-architecture",
    "Accepted. I would like to see one page of this, not forty.",
  ),
  // Targets are set at the first steering, and again when the baseline is agreed.
  { when: inDays(4), who: "Helen Brandt", does: "target", gate: "assessment-gate", daysIn: 60 },
  { when: inDays(57), who: "Helen Brandt", does: "target", gate: "foundation-gate", daysIn: 123 },
  { when: inDays(57), who: "Helen Brandt", does: "target", gate: "ingestion-gate", daysIn: 340 },
]

import { after, inDays, type StoryEvent, says } from "../story-event"

const review = "pass-security-review"

/** Twelve weeks, three of them lost to the security review: Gate 1 slips. */
export const foundation: readonly StoryEvent[] = [
  {
    when: after("set-hipaa-policy", "start"),
    who: "Helen Brandt",
    does: "drop",
    item: "set-hipaa-policy",
    reason: "No health data in scope; agreed with data protection",
  },
  says(
    after("obtain-cloud-accounts", "finish"),
    "Jonas Adler",
    "obtain-cloud-accounts",
    "Three subscriptions, quotas for 400 cores. The fourth, for the sandbox, is refused until someone pays for it.",
  ),
  says(
    after("request-platform-firewall-changes", "start", 4),
    "Jonas Adler",
    "request-platform-firewall-changes",
    "The firewall team takes changes on Wednesdays before noon. I know that now.",
  ),
  says(
    after("assess-data-protection-impact", "finish"),
    "Helen Brandt",
    "assess-data-protection-impact",
    "From Tom: accepted, under the condition that customer names never reach the development workspace.",
  ),
  says(
    after("create-workspaces", "finish"),
    "Jonas Adler",
    "create-workspaces",
    "dev, test and prod are there, all from code. Nobody has clicked anything.",
  ),
  says(
    after("assign-compute-policies", "finish"),
    "Jonas Adler",
    "assign-compute-policies",
    "Four policies. Anything larger than 8 workers needs a word from Priya.",
  ),
  says(
    after("set-tags-and-budgets", "finish"),
    "Priya Nair",
    "set-tags-and-budgets",
    "Four tags, enforced by policy: domain, product, environment, owner. No tag, no cluster.",
  ),
  {
    when: after("filter-rows-and-mask-columns", "start"),
    who: "Kwame Osei",
    does: "add",
    item: "mask-iban",
    workstream: "access-control",
    title: "Mask IBAN and card numbers in the customer tables",
    owner: "Kwame Osei",
    days: [2, 4, 7],
  },
  { when: after("filter-rows-and-mask-columns", "start", 2), who: "Kwame Osei", does: "begin", item: "mask-iban" },
  says(
    after("filter-rows-and-mask-columns", "start", 5),
    "Kwame Osei",
    "mask-iban",
    "Masked by tag, so that a new table is covered on the day somebody tags it.",
  ),
  { when: after("filter-rows-and-mask-columns", "start", 7), who: "Kwame Osei", does: "finish", item: "mask-iban" },
  says(
    after(review, "start", 8),
    "Kwame Osei",
    review,
    "The review board meets every second Thursday only. They also want the private endpoints drawn per subnet.",
  ),
  {
    when: after(review, "start", 25),
    who: "Kwame Osei",
    does: "block",
    item: review,
    reason: "The review board has postponed: the report of the penetration test is missing",
  },
  says(
    after(review, "start", 26),
    "Helen Brandt",
    review,
    "This moves Gate 1 by three weeks. I take it to the steering on Monday rather than hope.",
  ),
  { when: inDays(114), who: "Helen Brandt", does: "target", gate: "foundation-gate", daysIn: 144 },
  { when: after(review, "start", 37), who: "Kwame Osei", does: "resume", item: review, percent: 80 },
  says(
    after(review, "start", 37),
    "Kwame Osei",
    review,
    "The report is here: nothing above medium. Back on the agenda.",
  ),
  says(after(review, "finish"), "Kwame Osei", review, "Passed with two remarks, both have owners and dates."),
]

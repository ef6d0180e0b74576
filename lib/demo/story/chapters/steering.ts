import { ago, type StoryEvent } from "../story-event"

/** What was asked of the sponsor, what came of it, and what is open today. */
export const steering: readonly StoryEvent[] = [
  { when: ago(122), who: "Helen Brandt", does: "freeze-pack", note: "Sources come by one template from now on." },
  { when: ago(91), who: "Helen Brandt", does: "freeze-pack", note: "The first marts are read by the risk team." },
  { when: ago(61), who: "Helen Brandt", does: "freeze-pack", note: "SAP is the source that Gate 2 waits for." },
  { when: ago(31), who: "Helen Brandt", does: "freeze-pack", note: "The licence of SAP is with legal." },
  {
    ...{ when: ago(140), who: "Helen Brandt", does: "ask", title: "Onboard sources by one template" },
    ...{ decider: "Ingrid Solberg", dueIn: 14, recommended: 1, delayCost: "4500", work: [] },
    options: ["One template, with an exception where a source needs it", "Each team as it likes"],
    background: "Every source so far was connected in its own way, and each took six weeks.",
  },
  {
    ...{
      when: ago(132),
      who: "Ingrid Solberg",
      does: "answer-ask",
      title: "Onboard sources by one template",
      option: 1,
    },
    conditions: "Exceptions are agreed with the architect.",
    ...{ action: "Publish the template with an example", owner: "Sana Khan", dueIn: 20 },
  },
  {
    ...{ when: ago(9), who: "Helen Brandt", does: "ask", title: "Buy the SAP extractor licence, or go by files" },
    ...{ decider: "Ingrid Solberg", dueIn: 6, recommended: 1, delayCost: "11400", work: ["connect-sap"] },
    options: ["Buy the licence now", "Files every night until March, with two people"],
    background: "SAP is the last large source before Gate 2. Without the licence the delta method cannot be tested.",
  },
  {
    ...{ when: ago(9), who: "Helen Brandt", does: "ask", title: "Borrow a data engineer from payments for March" },
    ...{ decider: "Ingrid Solberg", dueIn: 18, recommended: 1, delayCost: "6200", work: [] },
    options: ["From the payments team", "A contractor for three months", "Neither: Gate 3 moves"],
    background: "Two engineers carry all of ingestion; both are needed for the ledger in March.",
  },
  {
    ...{
      when: ago(31),
      who: "Helen Brandt",
      does: "promise",
      title: "Agree two firewall changes a week with the network team",
    },
    ...{ owner: "Jonas Adler", dueIn: 10, meeting: "Steering of October", done: true },
  },
  {
    ...{ when: ago(31), who: "Helen Brandt", does: "promise", title: "Name a data owner for each branch" },
    ...{ owner: "Tom Becker", dueIn: 21, meeting: "Steering of October" },
  },
  {
    ...{ when: ago(31), who: "Helen Brandt", does: "promise", title: "Open the firewall for the card events" },
    ...{ owner: "Kwame Osei", dueIn: 45, meeting: "Steering of October" },
  },
  {
    ...{
      when: ago(60),
      who: "Helen Brandt",
      does: "request-change",
      title: "Leave the archive of 2009 to 2015 where it is",
    },
    ...{ kind: "scope", days: 0, money: "-18000" },
    reason: "Nobody has read it for three years; the old licence ends later by itself.",
    decided: { who: "Ingrid Solberg", approved: false, note: "Audit needs the archive on the new platform." },
  },
  {
    ...{ when: ago(8), who: "Helen Brandt", does: "request-change", title: "A second sandbox for the risk team" },
    ...{ kind: "budget", days: 3, money: "14500" },
    reason: "The models of risk need data that others must not see.",
  },
]

import { cast, leadName } from "../cast"
import type { PeopleEvent } from "../people-event"
import { ago, inDays, type StoryEvent, type When } from "../story-event"

const lead = (when: When, event: PeopleEvent): StoryEvent => ({ when, who: leadName, ...event })

/** How much of a full-time person each has given the programme. */
const shares: Readonly<Record<string, number>> = {
  ...{ "Marta Ruiz": 1, "Leo Tan": 1, "Sana Khan": 0.5, "Jonas Adler": 0.8, "Priya Nair": 0.8, "Mei Lindqvist": 0.6 },
  ...{ "Kwame Osei": 0.4, "Tom Becker": 0.2, "Carla Mendes": 0.2 },
}

/** What they said they know; the rest is unknown. */
const knows: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "Sana Khan": { "platform-architecture": 4, "unity-catalog": 3, "data-modelling": 4, pipelines: 3, sql: 3 },
  "Marta Ruiz": { pipelines: 3, sql: 4, "unity-catalog": 2, "data-modelling": 2 },
  "Leo Tan": { pipelines: 2, sql: 3, "unity-catalog": 1 },
  "Jonas Adler": { "cloud-and-network": 3, "infrastructure-as-code": 4, "compute-and-runtimes": 3, "unity-catalog": 3 },
  "Priya Nair": { sql: 4, "data-modelling": 3, "value-and-kpis": 2 },
}

/** Who works how much, who is away, and who answers for what. */
export const people: readonly StoryEvent[] = [
  lead(inDays(2), { does: "schedule", person: "Priya Nair", name: "Four days a week", fromIn: 0, share: 0.8 }),
  lead(inDays(2), { does: "schedule", person: "Mei Lindqvist", name: "Three days a week", fromIn: 0, share: 0.6 }),
  lead(ago(75), { does: "schedule", person: "Jonas Adler", name: "80% until March", fromIn: 0, share: 0.8 }),
  lead(ago(75), { does: "schedule", person: "Jonas Adler", name: "Full-time again", fromIn: 180, share: 1 }),
  ...Object.entries(shares).map(([person, share]) =>
    lead(ago(60), {
      ...{ does: "allocate", name: person, person, role: cast.get(person)?.roleKey ?? "", share },
      ...{ fromIn: 0, toIn: 300 },
    }),
  ),
  lead(ago(9), {
    does: "allocate",
    name: "Dry run of the audit",
    person: "Priya Nair",
    role: "analyst",
    share: 0.4,
    fromIn: 40,
    toIn: 61,
  }),
  lead(ago(9), {
    does: "allocate",
    name: "ML engineer 2",
    role: "ml-engineer",
    share: 1,
    tentative: true,
    fromIn: 70,
    toIn: 190,
  }),
  lead(ago(16), { does: "take-off", person: "Marta Ruiz", name: "Family", fromIn: 26, toIn: 27 }),
  lead(ago(16), { does: "take-off", person: "Leo Tan", name: "Winter holiday", fromIn: 49, toIn: 55 }),
  lead(ago(16), { does: "take-off", person: "Marta Ruiz", name: "Winter holiday", fromIn: 91, toIn: 97 }),
  ...Object.entries(knows).map(([person, levels]) => lead(ago(58), { does: "know", person, levels })),
  lead(ago(44), { does: "propose-raci" }),
  lead(ago(43), { does: "raci", workstream: "unity-catalog-data-governance", person: "Tom Becker", part: "A" }),
]

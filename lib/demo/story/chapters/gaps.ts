import type { Answered } from "../design-event"
import { ago, inDays, type StoryEvent } from "../story-event"

const architect = "Sana Khan"
const lead = "Helen Brandt"

/** Levels of a question when the programme began, at Gate 1 and ten days ago; to-be, owner, and its day from then. */
type Course = readonly [first: number, atGate: number, now: number, toBe: number, owner: string, dueIn?: number]

const courses: Readonly<Record<string, Course>> = {
  "objectives-tied-to-kpis": [1, 2, 3, 4, "Carla Mendes", 90],
  "sponsorship-and-funding": [2, 3, 3, 3, "Ingrid Solberg"],
  "use-case-prioritisation": [1, 1, 2, 3, lead, 30],
  "business-case-and-benefits": [0, 0, 1, 3, "Carla Mendes", 122],
  "landscape-known": [1, 2, 3, 3, architect],
  "ownership-of-platform-and-data-products": [0, 1, 2, 3, "Tom Becker", 30],
  "skills-per-role": [0, 1, 2, 3, "Marta Ruiz", 60],
  "adoption-of-the-platform": [0, 0, 2, 3, "Priya Nair", 122],
  "community-and-support": [1, 1, 1, 3, "Carla Mendes", 150],
  "shared-ways-of-working": [1, 1, 2, 3, lead, 90],
  "environment-separation": [1, 2, 3, 4, "Jonas Adler", 90],
  "infrastructure-as-code": [1, 2, 3, 4, "Jonas Adler", 90],
  "compute-under-policy": [0, 2, 4, 4, "Jonas Adler"],
  "platform-kept-current": [1, 1, 2, 3, "Jonas Adler", 60],
  "catalogue-as-foundation": [0, 2, 3, 3, "Tom Becker"],
  "governance-in-force": [0, 1, 3, 4, "Tom Becker", 90],
  "assets-owned-and-described": [0, 1, 1, 3, "Priya Nair", -5],
  "sensitive-data-classified-and-protected": [0, 1, 3, 4, "Kwame Osei", 60],
  "access-by-group-and-purpose": [0, 2, 3, 4, "Kwame Osei", 60],
  "lineage-used": [1, 2, 2, 3, architect, 60],
  "retention-and-erasure": [0, 0, 1, 3, "Tom Becker", 122],
  "standard-onboarding-of-sources": [0, 1, 2, 3, "Marta Ruiz", 40],
  "arrival-on-time": [1, 1, 2, 3, "Marta Ruiz", 40],
  "batch-and-streaming-by-need": [0, 0, 2, 3, "Jonas Adler", 60],
  "completeness-of-loads": [1, 1, 2, 3, "Leo Tan", 40],
  "pipelines-built-like-software": [1, 1, 2, 3, "Leo Tan", 90],
  "declarative-pipelines": [0, 1, 3, 3, "Leo Tan"],
  "quality-declared-and-acted-upon": [0, 1, 2, 3, "Priya Nair", 90],
  "layered-open-tables": [0, 1, 3, 3, "Marta Ruiz"],
  "data-can-be-restored": [1, 1, 2, 4, "Marta Ruiz", 122],
  "measures-defined-once": [0, 0, 1, 3, "Priya Nair", 122],
  "marts-as-products": [0, 0, 2, 3, "Priya Nair", 122],
  "reports-on-the-platform": [1, 2, 1, 3, "Priya Nair", 160],
  "answers-in-time": [1, 2, 2, 3, "Jonas Adler", 160],
  "self-service-answers": [1, 1, 1, 3, "Priya Nair", 160],
  "features-shared-and-sound": [0, 0, 1, 3, "Mei Lindqvist", 160],
  "experiments-repeatable": [0, 0, 2, 3, "Mei Lindqvist", 160],
  "models-governed-and-risk-accepted": [0, 0, 1, 3, "Mei Lindqvist", 160],
  "models-served-and-watched": [0, 0, 0, 3, "Mei Lindqvist", 160],
  "agents-evaluated-and-guarded": [0, 0, 0, 2, "Mei Lindqvist", 190],
  "runs-automated-and-reliable": [1, 1, 2, 3, "Jonas Adler", 60],
  "releases-as-code": [1, 1, 2, 3, "Leo Tan", 60],
  "failures-noticed-and-handled": [1, 1, 3, 3, "Jonas Adler"],
  "disaster-recovery": [1, 1, 1, 3, "Jonas Adler", 90],
  "spend-attributed-and-budgeted": [1, 2, 3, 4, "Priya Nair", 60],
  "efficient-by-design": [0, 0, 2, 3, "Priya Nair", 122],
  "identities-and-administrators": [1, 2, 3, 4, "Kwame Osei", 60],
  "machine-identities-and-secrets": [0, 1, 2, 3, "Kwame Osei", 60],
  "network-and-egress": [1, 3, 3, 4, "Jonas Adler", 90],
  "encryption-and-keys": [2, 3, 3, 3, "Kwame Osei"],
  "audit-and-detection": [1, 2, 3, 3, "Kwame Osei"],
  "posture-and-compliance": [0, 1, 1, 3, "Kwame Osei", 122],
}

/** What was said of an answer when it was given last. */
const words: Readonly<Record<string, Pick<Answered, "note" | "confidence">>> = {
  "sensitive-data-classified-and-protected": {
    note: "Payments and cards are masked. The lending schemas wait for the list of the data-protection office.",
    confidence: "medium",
  },
  "reports-on-the-platform": {
    note: "Lower than at Gate 1: two departments bought a tool of their own in summer.",
    confidence: "high",
  },
  "network-and-egress": { note: "Private links in both regions; egress rules wait for review.", confidence: "high" },
  "disaster-recovery": { note: "Written down, never rehearsed.", confidence: "low" },
}

const answersOf = (of: (course: Course, key: string) => Answered | null) =>
  Object.fromEntries(
    Object.entries(courses).flatMap(([key, course]) => {
      const answer = of(course, key)
      return answer ? [[key, answer]] : []
    }),
  )
const rose = (from: number, to: number): Answered | null => (from === to ? null : { asIs: to })

/** Where the programme thought it was, four times in its year, and three times kept. Two questions have no answer yet. */
export const gaps: readonly StoryEvent[] = [
  { when: inDays(22), who: architect, does: "start-assessment" },
  {
    ...{ when: inDays(23), who: architect, does: "assess" },
    answers: answersOf(([asIs, , , toBe]) => ({ asIs, ...(toBe === 3 ? {} : { toBe }) })),
  },
  { when: inDays(24), who: architect, does: "freeze", name: "Gate 0" },
  {
    ...{ when: inDays(140), who: architect, does: "assess" },
    answers: answersOf(([first, atGate]) => rose(first, atGate)),
  },
  { when: inDays(144), who: architect, does: "freeze", name: "Gate 1" },
  {
    ...{ when: inDays(182), who: architect, does: "assess" },
    answers: answersOf(([, atGate, now], key) => (key.startsWith("e") ? rose(atGate, now) : null)),
  },
  { when: inDays(185), who: lead, does: "freeze", name: "Steering at mid-year" },
  {
    ...{ when: ago(10), who: architect, does: "assess" },
    answers: answersOf(([, atGate, now, , owner, dueIn], key) => ({
      ...(key.startsWith("e") ? {} : rose(atGate, now)),
      ...{ owner, ...words[key] },
      ...(dueIn === undefined ? {} : { dueIn }),
    })),
  },
  {
    ...{ when: ago(9), who: lead, does: "gaps-to-work" },
    questions: ["answers-in-time", "self-service-answers", "disaster-recovery"],
  },
]

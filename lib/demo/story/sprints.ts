/** Days after the programme's start on which Sprint 1 begins, a Monday. */
export const FIRST_SPRINT = 77
/** Days from one sprint to the next. */
export const SPRINT_EVERY = 14
/** Sprints that were started until today; one more is planned. */
export const STARTED_SPRINTS = 21

/** Who plans sprints together, and how much in progress is enough for them. */
export const sprintTeam = {
  name: "Northbridge delivery",
  progressLimit: 8,
  members: [
    ...["Sana Khan", "Marta Ruiz", "Leo Tan", "Jonas Adler", "Priya Nair", "Kwame Osei", "Mei Lindqvist"],
    ...["Tom Becker", "Carla Mendes"],
  ],
} as const

/** What each sprint was for, from the first one on. */
export const goals: readonly string[] = [
  "Workspaces answer in both regions",
  "Unity Catalog holds the first governed schema",
  "Secrets leave the notebooks",
  "Security has what it needs for its review",
  "The platform is handed over to its operators",
  "The first two sources land every night",
  "Card files arrive without FTP",
  "Onboarding a source is one file and a review",
  "Payment events arrive within seconds",
  "Late files are noticed before the business calls",
  "Loads can be repeated without doubling a row",
  "Deletes are found and followed",
  "Costs are shown to whoever causes them",
  "The first curated tables are accepted",
  "Pipelines fail loudly and restart by themselves",
  "Quality rules are agreed with the data owners",
  "The finance mart is agreed on paper",
  "Readers of the old warehouse know their dates",
  "Service levels are measured every day",
  "Scientists work on governed data",
  "Every source but SAP arrives on time, and deletes are reconciled",
  "SAP deltas reach raw; only the rehearsal is left of Gate 2",
]

/** Work that nobody has put an effort on yet. */
export const withoutEffort: ReadonlySet<string> = new Set([
  ...["retire-legacy-features", "publish-handbook", "choose-improvements", "show-adoption", "integrate-airflow"],
  ...["hold-office-hours", "iterate-on-processes"],
])

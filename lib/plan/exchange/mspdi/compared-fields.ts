export const comparedFields = ["earlyStart", "earlyFinish", "totalSlack", "freeSlack", "critical"] as const
export type ComparedField = (typeof comparedFields)[number]

export const fieldNames: Record<ComparedField, string> = {
  ...{ earlyStart: "Early start", earlyFinish: "Early finish", totalSlack: "Total slack", freeSlack: "Free slack" },
  critical: "Critical",
}

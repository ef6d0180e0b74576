export const clouds = ["azure", "aws", "gcp"] as const
export type Cloud = (typeof clouds)[number]

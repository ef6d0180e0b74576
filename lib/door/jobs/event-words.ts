import type { WordTable } from "@/lib/door/audit/wording"

/** The words for acts on background jobs. */
export const jobWords: WordTable = { "job.cancelled": ({ data }) => `cancelled the job ${data.kind}` }

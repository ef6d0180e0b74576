import { assuranceRule } from "@/lib/assurance/server/notices"
import type { NoticeRule } from "@/lib/people/inbox/server/derive"
import { recordRule } from "@/lib/people/inbox/server/rules"
import { gateRule } from "@/lib/plan/roadmap/server/notices"
import { verdictRule } from "@/lib/platform/facts/server/notices"
import { commentRule } from "@/lib/records/comments/server/notices"

/** Every rule by which the inboxes are filled; the first kind that reaches a person for an event counts. */
export const noticeRules: readonly NoticeRule[] = [commentRule, assuranceRule, gateRule, verdictRule, recordRule]

import { folded } from "@/lib/base/kernel/folded"

/** The head of a column without what spelling changes: case, accents, blanks and signs. */
export const plainHead = (head: string): string => folded(head).replace(/[^\p{L}\p{N}]/gu, "")

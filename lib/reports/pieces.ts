import type { Behind, Piece } from "./views"

/** Parts of a sentence, each with the list that it leads to, if any. */
export const plain = (text: string, behind: Behind | null = null): Piece => ({ text, tone: "plain", behind })
export const strong = (text: string, behind: Behind | null = null): Piece => ({ text, tone: "strong", behind })
export const needsYou = (text: string, behind: Behind | null = null): Piece => ({ text, tone: "needs-you", behind })

import { visible } from "@/lib/base/kernel/visible-text"

/** Text as XML can carry it: without control characters but line feed and tab, and without halves of characters. */
export const carried = (text: string): string => text.replaceAll(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF]/gu, "")

/** Text as names travel: each run of blanks is one. */
export const collapsed = (text: string): string => text.replaceAll(/\s+/g, " ").trim()

/** What a text is compared by after a journey through a file. */
export const travelled = (text: string): string => collapsed(visible(carried(text), { lines: true })).normalize("NFC")

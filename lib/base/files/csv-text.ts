import { marked } from "@/lib/base/kernel/formula-mark"

/** Text as a cell of CSV, in quotation marks where it needs them. */
export const quoted = (text: string): string => (/[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * Rows of text as CSV (RFC 4180) in UTF-8 with a byte order mark, so that spreadsheets read it right. What a spreadsheet
 * would run as a formula is marked as text; reading takes the marks off.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.map((cell) => quoted(marked(cell))).join(",")).join("\r\n")}\r\n`

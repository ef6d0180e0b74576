/** Neutralises what a spreadsheet would run: text that begins like a formula gets an apostrophe (OWASP, CSV injection). */
const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function cell(value: unknown): string {
  if (value === null || value === undefined) return ""
  const text = typeof value === "object" ? JSON.stringify(value) : String(value)
  return quoted(typeof value === "string" || typeof value === "object" ? harmless(text) : text)
}

/** Rows as CSV (RFC 4180) with a header, in UTF-8 with a byte order mark so that spreadsheets read it right. */
export function csvOf(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(","))
  return `\uFEFF${[columns.map((column) => quoted(harmless(column))).join(","), ...lines].join("\r\n")}\r\n`
}

/**
 * Texts that a spreadsheet would take for a formula (OWASP, CSV injection): they begin with `= + - @`, a tab or a line
 * break, or with a full-width form of one, at the start of a cell or behind whatever another reader may take for the end
 * of one. An apostrophe before such a beginning makes it text, and is taken off again when the file comes back.
 */
const BEGINS = /((?:^|[;|\t\r\n])"*)('*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20][^;|\t\r\n]*)/g
/** Numbers and telephone numbers are nothing that could be run. */
const PLAIN = /^(?:[+-]\d+(?:[.,]\d+)?(?:e[+-]?\d+)?\s?%?|\+\d[\d ()/.-]{2,24})$/i

/** The text as a cell in which nothing is run. `unmarked` is its exact reverse. */
export const marked = (text: string): string => change(text, (marks) => `'${marks}`).replace(/^(?='*[\t\r\n])/, "'")

/** The text of a cell without the marks that `marked` gave it; any other text stays as it is. */
export const unmarked = (text: string): string =>
  change(text.replace(/^'(?='*[\t\r\n])/, ""), (marks) => marks.slice(1))

const change = (text: string, mark: (marks: string) => string): string =>
  text.replaceAll(BEGINS, (whole, before: string, marks: string, begun: string) =>
    PLAIN.test(begun) ? whole : `${before}${mark(marks)}${begun}`,
  )

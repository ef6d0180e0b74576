const names = [
  ...["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"],
  "December",
]

/** `2026-11` as `November 2026`. */
export function sayMonth(month: string): string {
  const [year = "", number = "1"] = month.split("-")
  return `${names[Number(number) - 1] ?? ""} ${year}`
}

/** `41310.4` as `41,310.40`; digits as they are, without rounding. */
export function sayAmount(amount: string): string {
  const [whole = "", fraction] = amount.replace("-", "").split(".")
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",")
  return `${amount.startsWith("-") ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`
}

/** Without cents, for sentences: `41,310`. */
export const sayWhole = (amount: string): string => sayAmount(String(Math.round(Number(amount))))

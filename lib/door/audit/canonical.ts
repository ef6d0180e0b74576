/**
 * Canonical JSON after RFC 8785 for the values that events hold: keys in UTF-16 order, no white space,
 * numbers as ECMAScript writes them. Undefined members are left out.
 * @throws TypeError for numbers that are not finite and for values that JSON has no form for
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value)
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("a number in canonical JSON is finite")
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value === "object") {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
    return `{${members.join(",")}}`
  }
  throw new TypeError(`canonical JSON has no form for ${typeof value}`)
}

/** The members that have a value; null is one. */
export function definedOf<Value>(members: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  const given: Record<string, Value> = {}
  for (const [name, value] of Object.entries(members)) if (value !== undefined) given[name] = value
  return given
}

/** A comment must hold nothing that an editor could take for a parameter or for the end of a statement. */
export const quiet = (text: string): string =>
  text
    .replace(/:(?=\w)/g, ": ")
    .replace(/;/g, " -")
    .replace(/\s+/g, " ")
    .trim()

/** A comment in lines of at most 110 letters. */
export function folded(text: string, start = "-- "): string[] {
  const lines: string[] = []
  for (const word of quiet(text).split(" ")) {
    const last = lines.at(-1)
    if (last === undefined || `${last} ${word}`.length > 110) lines.push(start + word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** A way that could be taken, with what speaks for it and against it. `days` is the effort in working days, if said. */
export type DecisionOption = {
  readonly name: string
  readonly days: number | null
  readonly pros: readonly string[]
  readonly cons: readonly string[]
  readonly notes: readonly string[]
}

/**
 * The options that a text tells of: each begins with `### Name (8 days)`, a line with `+` speaks for it and one with `-`
 * against it. Any other line is a note; lines before the first heading are left out.
 */
export function optionsIn(text: string): readonly DecisionOption[] {
  const found: { name: string; days: number | null; pros: string[]; cons: string[]; notes: string[] }[] = []
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "") continue
    const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1]
    const last = found.at(-1)
    if (heading !== undefined) found.push({ ...headIn(heading), pros: [], cons: [], notes: [] })
    else if (!last) continue
    else if (/^[+]\s/.test(line)) last.pros.push(line.slice(1).trim())
    else if (/^[-–−]\s/.test(line)) last.cons.push(line.slice(1).trim())
    else last.notes.push(line)
  }
  return found.filter(({ name }) => name !== "")
}

function headIn(heading: string): { readonly name: string; readonly days: number | null } {
  const [, name, days] = /^(.*?)\s*\((\d+(?:\.\d+)?) days?\)$/.exec(heading.trim()) ?? []
  return name && days !== undefined ? { name, days: Number(days) } : { name: heading.trim(), days: null }
}

/** The text of options; `optionsIn(textOfOptions(options))` is `options`. */
export const textOfOptions = (options: readonly DecisionOption[]): string =>
  options
    .map(({ name, days, pros, cons, notes }) =>
      [
        `### ${name}${days === null ? "" : ` (${days} ${days === 1 ? "day" : "days"})`}`,
        ...pros.map((each) => `+ ${each}`),
        ...cons.map((each) => `- ${each}`),
        ...notes,
      ].join("\n"),
    )
    .join("\n\n")

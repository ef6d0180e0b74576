type Named = { readonly id: string; readonly name: string }

const LETTER = /[\p{L}\p{N}]/u

/**
 * The people that a text mentions as `@Name`, each once, in the order of the text. The longest name counts, in any case; two
 * people of one name are both meant. An @ after a letter is an address and mentions nobody.
 */
export function mentionedIn<Person extends Named>(text: string, people: readonly Person[]): readonly Person[] {
  const folded = text.toLocaleLowerCase("en")
  const names = people
    .map((person) => ({ person, name: person.name.trim().toLocaleLowerCase("en") }))
    .filter(({ name }) => name !== "")
  const found = new Set<Person>()
  for (let at = folded.indexOf("@"); at >= 0; at = folded.indexOf("@", at + 1)) {
    if (LETTER.test(folded[at - 1] ?? "")) continue
    const fitting = names.filter(
      ({ name }) => folded.startsWith(name, at + 1) && !LETTER.test(folded[at + 1 + name.length] ?? ""),
    )
    const longest = Math.max(0, ...fitting.map(({ name }) => name.length))
    for (const { person, name } of fitting) if (name.length === longest) found.add(person)
  }
  return [...found]
}

/** The beginning of a name that is being typed at the end of a text, after its @; null when none is. */
export const typedMention = (text: string): string | null =>
  /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}][\p{L}\p{N} .'-]{0,60}|)$/u.exec(text)?.[1] ?? null

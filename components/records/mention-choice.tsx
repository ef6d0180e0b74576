"use client"

import { Button } from "@/components/ui/button"
import { typedMention } from "@/lib/records/comments/mention"

type MentionChoiceProps = {
  text: string
  people: readonly { readonly id: string; readonly name: string }[]
  onText: (text: string) => void
}

const SHOWN = 5

/** Who may be meant by the @ at the end of a text; a press completes the name. */
export function MentionChoice({ text, people, onText }: MentionChoiceProps) {
  const typed = typedMention(text)
  if (typed === null) return null
  const begin = typed.toLocaleLowerCase("en")
  const isMeant = (name: string) => {
    const folded = name.toLocaleLowerCase("en")
    return folded !== begin && folded.split(" ").some((_, at, words) => words.slice(at).join(" ").startsWith(begin))
  }
  const meant = people.filter(({ name }) => isMeant(name)).slice(0, SHOWN)
  if (meant.length === 0) return null
  const complete = (name: string) => onText(`${text.slice(0, text.length - typed.length)}${name} `)
  return (
    <fieldset className="mb-1.5 flex flex-wrap gap-1.5" aria-label="Mention">
      {meant.map(({ id, name }) => (
        <Button key={id} size="small" onClick={() => complete(name)}>
          {name}
        </Button>
      ))}
    </fieldset>
  )
}

import { cn } from "./class-names"

/** First letters of the first and the last word: "Marta Ruiz" is MR, "Ada" is A. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return letters.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase("en-GB") ?? "").join("")
}

type AvatarProps = {
  name: string
  /** `person` is round; `place` (programme, organisation) is a rounded square. */
  shape?: "person" | "place"
  size?: 16 | 20 | 24
  /** Set when the name stands beside it in text, so that it is not read twice. */
  decorative?: boolean
  className?: string
}

/** Initials in a quiet disc; the full name is its label and its hint. */
export function Avatar({ name, shape = "person", size = 20, decorative = false, className }: AvatarProps) {
  const label = decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name }
  return (
    <span
      {...label}
      className={cn(
        "inline-flex flex-none select-none items-center justify-center bg-hover font-semibold text-ink-2 inset-ring inset-ring-line-strong",
        shape === "person" ? "rounded-full" : "rounded-[5px]",
        size === 16 ? "size-4 text-[8px]" : size === 20 ? "size-5 text-[9.5px]" : "size-6 text-[10.5px]",
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  )
}

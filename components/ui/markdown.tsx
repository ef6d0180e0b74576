import type { ReactNode } from "react"
import { cn } from "./class-names"
import { type Block, type Inline, parseMarkdown } from "./markdown-tree"

/** Text that people wrote, as React elements: paragraphs, lists, bold, italics, code and links. Never HTML. */
export function Markdown({ source, className }: { source: string; className?: string }) {
  return (
    <div className={cn("space-y-2 break-words text-pretty", className)}>
      {numbered(parseMarkdown(source)).map(([key, block]) => (
        <BlockView key={key} block={block} />
      ))}
    </div>
  )
}

/** A parsed text never reorders, so the place is its key. */
const numbered = <Item,>(items: readonly Item[]): [string, Item][] => items.map((item, index) => [`${index}`, item])

function BlockView({ block }: { block: Block }): ReactNode {
  if (block.kind === "code")
    return (
      <pre className="overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-meta">
        <code>{block.text}</code>
      </pre>
    )
  if (block.kind === "heading")
    return (
      <p className="font-semibold">
        <Inlines parts={block.inside} />
      </p>
    )
  if (block.kind === "list") {
    const items = numbered(block.items).map(([key, item]) => (
      <li key={key}>
        <Inlines parts={item} />
      </li>
    ))
    return block.ordered ? (
      <ol className="list-decimal space-y-0.5 pl-5">{items}</ol>
    ) : (
      <ul className="list-disc space-y-0.5 pl-5">{items}</ul>
    )
  }
  const lines = numbered(block.lines).map(([key, line]) => (
    <span key={key}>
      {key === "0" ? null : <br />}
      <Inlines parts={line} />
    </span>
  ))
  return block.kind === "quote" ? (
    <blockquote className="border-line-strong border-l-2 pl-3 text-ink-2">{lines}</blockquote>
  ) : (
    <p>{lines}</p>
  )
}

function Inlines({ parts }: { parts: readonly Inline[] }): ReactNode {
  return numbered(parts).map(([key, part]) => <InlineView key={key} part={part} />)
}

function InlineView({ part }: { part: Inline }): ReactNode {
  if (part.kind === "text") return part.text
  if (part.kind === "code") return <code className="rounded-sm bg-hover px-1 font-mono text-[0.92em]">{part.text}</code>
  const inside = <Inlines parts={part.inside} />
  if (part.kind === "bold") return <strong className="font-semibold">{inside}</strong>
  if (part.kind === "italic") return <em>{inside}</em>
  return (
    <a
      href={part.href}
      rel="noopener noreferrer nofollow"
      target="_blank"
      className="text-accent underline underline-offset-2"
    >
      {inside}
    </a>
  )
}

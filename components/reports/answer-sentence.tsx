import Link from "next/link"
import { cn } from "@/components/ui/class-names"
import type { Piece } from "@/lib/reports/views"
import { hrefOf } from "./behind"

type AnswerSentenceProps = { programmeId: string; pieces: readonly Piece[]; basis: readonly Piece[] }

const tones: Record<Piece["tone"], string> = { plain: "", strong: "font-semibold", "needs-you": "text-needs-you" }

/** Where the programme stands, in a sentence or two; each figure leads to what it counts. */
export function AnswerSentence({ programmeId, pieces, basis }: AnswerSentenceProps) {
  return (
    <div className="border-line border-b px-5 pt-3 pb-2 max-md:px-4">
      <p className="mb-1 text-pretty text-[17px] leading-6 tracking-[-0.01em] max-md:text-lede">
        <Pieces programmeId={programmeId} pieces={pieces} linkStyle="hover:underline" />
      </p>
      <p className="text-ink-3 text-meta">
        <Pieces programmeId={programmeId} pieces={basis} linkStyle="text-ink-2 underline hover:text-ink" />
      </p>
    </div>
  )
}

type PiecesProps = { programmeId: string; pieces: readonly Piece[]; linkStyle: string }

function Pieces({ programmeId, pieces, linkStyle }: PiecesProps) {
  return pieces.map(({ text, tone, behind }, index) => {
    const key = `${index}-${text}`
    if (!behind)
      return (
        <span key={key} className={tones[tone]}>
          {text}
        </span>
      )
    return (
      <Link
        key={key}
        href={hrefOf(programmeId, behind)}
        className={cn("rounded-sm decoration-1 underline-offset-4", linkStyle, tones[tone])}
      >
        {text}
      </Link>
    )
  })
}

import { Avatar } from "@/components/ui/avatar"
import { StatusMark } from "@/components/ui/status-mark"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { BoardItem } from "@/lib/work/board-model"
import { sayEffort } from "@/lib/work/effort"

/** What a card shows: name, why it is blocked, number, effort and owner. */
export function CardContent({ card: { item }, roadmap }: { card: BoardItem; roadmap: RoadmapView }) {
  const owner = roadmap.people.find(({ id }) => id === item.ownerId)
  return (
    <span className="flex flex-col gap-1">
      <span className="line-clamp-3">{item.title}</span>
      {item.status === "blocked" && item.reason ? (
        <span className="flex items-center gap-1.5 text-meta text-needs-you">
          <StatusMark kind="blocked" withWord={false} />
          <span className="truncate">{item.reason}</span>
        </span>
      ) : null}
      <span className="flex items-center gap-2 text-ink-3 text-meta">
        {item.number}
        <span className="ml-auto text-ink">{sayEffort(item.effortDays)}</span>
        {owner ? <Avatar name={owner.name} /> : null}
      </span>
    </span>
  )
}

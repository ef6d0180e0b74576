import { once } from "@/lib/base/kernel/once"

const full = once(() => new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }))
const day = once(() => new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }))

/** A moment as a day; the whole of it, in UTC, where the pointer rests. */
export function Instant({ at }: { at: string }) {
  const date = new Date(at)
  return (
    <time dateTime={at} title={`${full().format(date)} UTC`}>
      {day().format(date)}
    </time>
  )
}

import type { Destination } from "@/components/shell/destination-link"

/** The places of a programme that exist; a new page gets its line here. */
export function destinationsOf(
  programmeId: string,
  unread = 0,
): { main: readonly Destination[]; lower: readonly Destination[] } {
  const at = (path: string) => `/programmes/${programmeId}/${path}`
  return {
    main: [
      { href: at("inbox"), label: "Inbox", icon: "inbox", keys: "g i", count: unread },
      { href: at("overview"), label: "Overview", icon: "overview", keys: "g o" },
      { href: at("roadmap/stages"), within: at("roadmap"), label: "Roadmap", icon: "roadmap", keys: "g r" },
      { href: at("use-cases"), label: "Use cases", icon: "use-cases", keys: "g u" },
      {
        href: at("architecture/gaps"),
        within: at("architecture"),
        label: "Architecture",
        icon: "architecture",
        keys: "g a",
      },
      { href: at("work"), within: at("work"), label: "Work", icon: "work", keys: "g w" },
      { href: at("people/capacity"), within: at("people"), label: "People", icon: "people", keys: "g p" },
      { href: at("assurance"), label: "Assurance", icon: "assurance", keys: "g s" },
      { href: at("value/kpis"), within: at("value"), label: "Value", icon: "value", keys: "g v" },
      { href: at("reports"), label: "Reports", icon: "reports", keys: "g p" },
    ],
    lower: [{ href: at("settings"), label: "Settings", icon: "settings", keys: "g ," }],
  }
}

import { cut } from "@/lib/base/kernel/cut"

/** How long a sign-in lasts, used or not, in milliseconds: 30 days. */
export const SESSION_MS = 30 * 86_400_000

/** A browser and system in words a person knows, from what the browser calls itself. */
export function describeBrowser(userAgent: string | null): string {
  if (!userAgent) return "Unknown browser"
  const browser = browsers.find(([mark]) => userAgent.includes(mark))?.[1]
  const system = systems.find(([mark]) => userAgent.includes(mark))?.[1]
  if (!browser) return cut(userAgent, 60)
  return system ? `${browser} on ${system}` : browser
}
const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const
const systems = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const

"use client"

import { useState } from "react"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { THEME_COOKIE, type Theme } from "./theme"

const YEAR_SECONDS = 31_536_000

/** Applies a theme at once and keeps it in the cookie for a year. */
function setTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === "system") delete root.dataset.theme
  else root.dataset.theme = theme
  const secure = location.protocol === "https:" ? "; Secure" : ""
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and on plain http
  document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`
}

const options = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const

/** System, light or dark; `initial` is what the layout read from the cookie. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, choose] = useState<Theme>(initial)
  return (
    <SegmentedControl
      label="Theme"
      value={theme}
      options={options}
      onChange={(next) => {
        choose(next)
        setTheme(next)
      }}
    />
  )
}

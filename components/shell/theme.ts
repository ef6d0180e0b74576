/** How the person wants it: by the system, or always one way. */
export type Theme = "system" | "light" | "dark"

/** The cookie that the root layout reads, so that the first paint is already right and needs no script. */
export const THEME_COOKIE = "lakeward_theme"

/** What the cookie says; anything unknown is `system`. */
export const readTheme = (cookie: string | undefined): Theme =>
  cookie === "light" || cookie === "dark" ? cookie : "system"

/** For `<html {...themeAttributes(theme)}>`: `system` writes nothing, the style sheet then follows the media query. */
export const themeAttributes = (theme: Theme): { "data-theme"?: "light" | "dark" } =>
  theme === "system" ? {} : { "data-theme": theme }

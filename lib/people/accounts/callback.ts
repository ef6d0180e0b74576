/**
 * Where to go after sign-in: an address of our own, as path, query and fragment; anything else becomes the portfolio.
 * Pages of sign-in itself are no place to go back to.
 */
export function ownPath(wanted: string | null | undefined, origin: string): string {
  const home = "/programmes"
  if (!wanted || !URL.canParse(wanted, origin)) return home
  const url = new URL(wanted, origin)
  if (url.origin !== new URL(origin).origin || url.username || url.password) return home
  const path = `${url.pathname}${url.search}${url.hash}`
  if (path === "/" || path.startsWith("//") || /^\/(sign-in|first-run|reset|api)(\/|$|\?)/.test(path)) return home
  return path
}

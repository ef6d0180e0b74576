/**
 * What a page may load: scripts only with this page's nonce or from such a script, styles of ours and inline (charts set
 * sizes in style attributes), nothing from elsewhere, in nobody's frame. Content Security Policy Level 3.
 * @param isDevelopment allows `eval`, which React's development build needs, and the socket of hot reloading
 */
export function contentSecurityPolicy(nonce: string, { isDevelopment }: { readonly isDevelopment: boolean }): string {
  const rules = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": isDevelopment ? "'self' ws:" : "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-src": "'none'",
    "frame-ancestors": "'none'",
  }
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ")
}

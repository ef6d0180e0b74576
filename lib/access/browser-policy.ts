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

/** The other headers of a page. HSTS only means something, and is only safe, on https. */
export function securityHeaders(origin: string): Readonly<Record<string, string>> {
  const always = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cache-control": "private, no-store",
  }
  if (!origin.startsWith("https:")) return always
  return { ...always, "strict-transport-security": "max-age=31536000; includeSubDomains" }
}

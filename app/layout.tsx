import "./globals.css"
import { GeistSans } from "geist/font/sans"
import type { Metadata, Viewport } from "next"
import { cookies } from "next/headers"
import { connection } from "next/server"
import type { ReactNode } from "react"
import { readTheme, THEME_COOKIE, themeAttributes } from "@/components/shell/theme"

export const metadata: Metadata = {
  title: { default: "Lakeward", template: "%s · Lakeward" },
  description: "Plans a Databricks adoption programme and proves its progress",
}
export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" }

/** Every page is rendered for its reader: the nonce of its content security policy is made anew each time. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" {...themeAttributes(theme)} className={GeistSans.variable}>
      <body>{children}</body>
    </html>
  )
}

import { StandAlone } from "@/components/plan/programme/stand-alone"

export const metadata = { title: "Page not found" }

export default function NotFound() {
  return (
    <StandAlone title="Page not found, or no access.">Check the address, or go back to your programmes.</StandAlone>
  )
}

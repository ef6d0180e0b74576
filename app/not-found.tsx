import { StandAlone } from "@/components/plan/programme/stand-alone"

export const metadata = { title: "Not here" }

export default function NotFound() {
  return (
    <StandAlone title="This is not here, or not for you.">
      The address may be mistyped, or what it led to was taken away. Your programmes are where they were.
    </StandAlone>
  )
}

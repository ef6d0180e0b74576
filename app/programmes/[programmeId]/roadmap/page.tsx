import { redirect } from "next/navigation"

export default async function RoadmapPage({ params }: { params: Promise<{ programmeId: string }> }) {
  redirect(`/programmes/${(await params).programmeId}/roadmap/stages`)
}

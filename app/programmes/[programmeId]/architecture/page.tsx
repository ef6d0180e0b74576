import { redirect } from "next/navigation"

export default async function Architecture({ params }: { params: Promise<{ programmeId: string }> }) {
  redirect(`/programmes/${(await params).programmeId}/architecture/gaps`)
}

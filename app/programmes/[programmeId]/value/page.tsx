import { redirect } from "next/navigation"

export default async function Value({ params }: { params: Promise<{ programmeId: string }> }) {
  redirect(`/programmes/${(await params).programmeId}/value/kpis`)
}

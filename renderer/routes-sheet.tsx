import { useParams } from '@tanstack/react-router'
import { SheetScreen } from './sheet/sheet-screen.tsx'

/** How the transcript of a recording was made, as printed. */
export function SheetRoute() {
  const { id } = useParams({ from: '/recording/$id/sheet' })
  return <SheetScreen key={id} recordingId={id} />
}

import { useState } from 'react'
import { foundKinds } from '#core/cut/found-places'
import type { CutBarProps } from '../cut-bar-props.ts'
import type { RecordingCut } from '../use-recording-cut.ts'
import { FoundButton } from './found-button.tsx'
import { PauseLimitFields, usualLimits } from './pause-limits.tsx'
import { useFoundPlaces } from './use-found-places.ts'

/** What is found to be cut, by kind; without places only pauses, whose limits may be others. */
export function FoundChoices(props: CutBarProps & { readonly cut: RecordingCut }) {
  const { session, recording, cut } = props
  const [limits, setLimits] = useState(usualLimits)
  const found = useFoundPlaces(session, recording, cut, limits)
  const shown = foundKinds.filter((kind) => kind === 'pause' || found[kind].length > 0)
  return shown.map((kind) => (
    <FoundButton key={kind} {...props} kind={kind} places={found[kind]}>
      {kind === 'pause' && <PauseLimitFields limits={limits} onChange={setLimits} />}
    </FoundButton>
  ))
}

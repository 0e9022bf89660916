import { type ReactNode, useState } from 'react'
import { type FoundKind, foundKinds } from '#core/cut/found-places'
import bar from '../cut-bar.module.css'
import type { CutBarProps } from '../cut-bar-props.ts'
import type { RecordingCut } from '../use-recording-cut.ts'
import { FoundButton } from './found-button.tsx'
import { FoundMenu } from './found-menu.tsx'
import { FoundPanel } from './found-panel.tsx'
import { PauseChips } from './pause-chips.tsx'
import { PauseLimitFields, usualLimits } from './pause-limits.tsx'
import { useFoundPlaces } from './use-found-places.ts'

/** What is found to be cut, by kind: buttons where there is room for all of them, else one menu. */
export function FoundChoices(props: CutBarProps & { readonly cut: RecordingCut }) {
  const { session, recording, cut } = props
  const [limits, setLimits] = useState(usualLimits)
  const found = useFoundPlaces(session, recording, cut, limits)
  const panelOf = (kind: FoundKind): ReactNode => (
    <FoundPanel {...props} kind={kind} places={found[kind]}>
      {kind === 'pause' && <PauseLimitFields limits={limits} onChange={setLimits} />}
    </FoundPanel>
  )
  return (
    <>
      <PauseChips {...props} places={found.pause} />
      <div className={bar.kinds}>
        {foundKinds.map((kind) => (
          <FoundButton key={kind} kind={kind} count={found[kind].length}>
            {panelOf(kind)}
          </FoundButton>
        ))}
      </div>
      <div className={bar.one}>
        <FoundMenu found={found} panelOf={panelOf} />
      </div>
    </>
  )
}

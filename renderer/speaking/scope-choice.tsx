import { Segmented } from '../ui/segmented.tsx'
import { useSay } from '../ui/words.tsx'
import type { Scope } from './use-speaking.ts'

/** What is counted: the whole transcript or a selection. */
export function ScopeChoice({
  scope,
  onChoose,
}: {
  readonly scope: Scope
  readonly onChoose: (scope: Scope) => void
}) {
  const say = useSay()
  return (
    <Segmented
      label={say('speaking.of')}
      chosen={scope}
      choices={[
        { id: 'whole', label: say('speaking.whole') },
        { id: 'selection', label: say('speaking.selection') },
      ]}
      onChoose={onChoose}
    />
  )
}

import { formatDuration } from '../ui/format-duration.ts'
import { Segmented } from '../ui/segmented.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import type { ExportedCut } from './use-exported-cut.ts'

/** The cut or the whole recording, for all files. */
export function CutSwitch({ exported }: { readonly exported: ExportedCut }) {
  const say = useSay()
  const { isOffered, isCut, cut, choose } = exported
  if (!isOffered) return null
  return (
    <div className={styles.ofCut}>
      <Segmented
        label={say('export.of')}
        chosen={isCut ? 'cut' : 'whole'}
        choices={[
          { id: 'cut', label: say('export.of.cut') },
          { id: 'whole', label: say('export.of.whole') },
        ]}
        onChoose={(id) => choose(id === 'cut')}
      />
      {isCut && (
        <output>
          {say('cut-view.kept', { kept: formatDuration(cut.keptMs), whole: formatDuration(cut.wholeMs) })},{' '}
          {say('cut-view.count', { count: cut.cuts.length })}
        </output>
      )}
    </div>
  )
}

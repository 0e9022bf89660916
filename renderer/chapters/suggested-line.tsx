import styles from './chapters.module.css'
import { SuggestionActs, type SuggestionActsProps } from './suggestion-acts.tsx'

export interface SuggestedLineProps extends Pick<SuggestionActsProps, 'suggestion' | 'onAdd' | 'onDismiss'> {
  /** In px of the waveform. */
  readonly left: number
}

/** A suggested start of a chapter, over the waveform: accepted or dismissed. */
export function SuggestedLine({ left, ...acts }: SuggestedLineProps) {
  return (
    <span className={styles.maybe} style={{ left }}>
      <span className={styles.maybeActs}>
        <SuggestionActs {...acts} pauseClass={styles.pause} />
      </span>
    </span>
  )
}

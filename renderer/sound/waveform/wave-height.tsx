import { formatDecimals } from '#core/notation/numbers'
import { useKeyActions } from '../../keys/use-key-actions.ts'
import { Slider } from '../../ui/slider.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import styles from './dock.module.css'
import { MOST_HEIGHTENING, useWave, type WaveStore } from './wave-store.ts'

/** Each key press makes peaks this much higher or lower. */
const KEY_FACTOR = Math.SQRT2

/** How high peaks are drawn, at the right edge of the waveform: equal steps are equal factors. */
export function WaveHeight({ wave }: { readonly wave: WaveStore }) {
  const say = useSay()
  const language = useLanguage()
  const heightening = useWave(wave, (state) => state.heightening)
  useKeyActions<'wave'>({
    'wave-higher': () => wave.heighten(wave.state.heightening * KEY_FACTOR),
    'wave-lower': () => wave.heighten(wave.state.heightening / KEY_FACTOR),
  })
  return (
    <div className={styles.heightening} data-control>
      <Slider
        isVertical
        label={say('sound.heightening')}
        value={Math.log2(heightening)}
        min={0}
        max={Math.log2(MOST_HEIGHTENING)}
        step={0.25}
        valueText={say('sound.heightening.value', { times: formatDecimals(heightening, language) })}
        onChange={(value) => wave.heighten(2 ** value)}
      />
    </div>
  )
}

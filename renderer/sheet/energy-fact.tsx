import type { Sheet } from '#core/sheet/sheet'
import { wattHoursInWords } from '#core/notation/sizes'
import { useLanguage, useSay } from '../ui/words.tsx'

/** A term and its value: the energy that a transcript cost; renders nothing if it was not recorded. */
export function EnergyFact({ run }: { readonly run: Sheet['run'] }) {
  const say = useSay()
  const language = useLanguage()
  if (run === null) return null
  const { source, wattHours } = run.energy
  return (
    <>
      <dt>{say('energy.heading')}</dt>
      <dd>{say(`energy.about.${source}`, { energy: wattHoursInWords(wattHours, language) })}</dd>
    </>
  )
}

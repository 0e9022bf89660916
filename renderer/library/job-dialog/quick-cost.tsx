import { wattHoursInWords } from '#core/notation/sizes'
import type { CallOutput } from '#contracts/calls/calls'
import { roughLength } from '#core/notation/lengths'
import type { HourCost } from '#core/sheet/cost-an-hour'
import { useLanguage, useSay } from '../../ui/words.tsx'

export type ModelCosts = CallOutput<'program.energy'>['models']

/**
 * The cost of one pass and of both for an hour of sound, measured here with that model; omitted if not
 * measured.
 */
export function QuickCost({
  model,
  costs,
  className,
}: {
  readonly model: string
  readonly costs: ModelCosts
  readonly className?: string | undefined
}) {
  const say = useSay()
  const language = useLanguage()
  const cost = costs.find(({ id }) => id === model)
  if (cost === undefined) return null
  const words = (key: 'job.cost.quick' | 'job.cost.both', { minutes, wattHours }: HourCost): string =>
    say(key, {
      time: roughLength(minutes * 60_000, language),
      energy: wattHoursInWords(wattHours, language),
    })
  return (
    <>
      {cost.quick !== null && <p className={className}>{words('job.cost.quick', cost.quick)}</p>}
      {cost.both !== null && <p className={className}>{words('job.cost.both', cost.both)}</p>}
    </>
  )
}

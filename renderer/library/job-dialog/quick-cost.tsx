import { wattHoursInWords } from '#core/notation/sizes'
import { useQuery } from '@tanstack/react-query'
import { roughLength } from '#core/notation/lengths'
import type { HourCost } from '#core/sheet/cost-an-hour'
import { queryKeys } from '../../rpc/query-keys.ts'
import { useStudio } from '../../rpc/studio-context.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'

/**
 * The cost of one pass and of both for an hour of sound, measured here with that model; omitted if not
 * measured.
 */
export function QuickCost({
  model,
  className,
}: {
  readonly model: string
  readonly className?: string | undefined
}) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const { data } = useQuery({
    queryKey: queryKeys.energy,
    queryFn: ({ signal }) => studio.call('program.energy', {}, { signal }),
    staleTime: 0,
  })
  const cost = data?.models.find(({ id }) => id === model)
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

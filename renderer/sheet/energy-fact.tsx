import { useQuery } from '@tanstack/react-query'
import { wattHoursInWords } from '#core/notation/sizes'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

/** A term and its value: the energy that a transcript cost; renders nothing if it was not recorded. */
export function EnergyFact({ transcriptId }: { readonly transcriptId: string }) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const { data } = useQuery({
    queryKey: queryKeys.sheet(transcriptId),
    queryFn: ({ signal }) => studio.call('transcripts.sheet', { transcriptId }, { signal }),
    staleTime: 0,
  })
  if (data?.run == null) return null
  const { source, wattHours } = data.run.energy
  return (
    <>
      <dt>{say('energy.heading')}</dt>
      <dd>{say(`energy.about.${source}`, { energy: wattHoursInWords(wattHours, language) })}</dd>
    </>
  )
}

import { ffmpegVersion, findFfmpeg } from '../sound/ffmpeg.ts'
import { meterGroup } from '../run-cost/meter-group.ts'
import { type RunMeter, withMeter } from '../run-cost/run-meter.ts'
import type { Library } from '../library/library.ts'
import type { JobKind } from './job-kind.ts'

/** The same kind of job, with the library storing the cost of its runs, however they end. */
export function measuredKind<Result, StepName extends string>(
  kind: JobKind<Result, StepName>,
  { library, version }: { readonly library: Library; readonly version: string },
): JobKind<Result, StepName> {
  return {
    ...kind,
    async run(running) {
      const meter = meterGroup.start()
      meter.note({ versions: { parolo: version } })
      const keep = async (outcome: 'done' | 'failed' | 'stopped'): Promise<void> => {
        meterGroup.stop(meter)
        await noteFfmpeg(meter)
        await library.saveRunCost(running.job.id, kind.name, meter.cost(outcome))
      }
      let made
      try {
        made = await withMeter(meter, () => kind.run(running))
      } catch (error) {
        await keep(running.signal.aborted ? 'stopped' : 'failed').catch((other: unknown) => {
          // The reason why the job ended takes priority over a cost that cannot be stored.
          if (error instanceof Error && error.cause === undefined) error.cause = other
        })
        throw error
      }
      await keep(made.failure === null ? 'done' : 'failed')
      return made
    },
  }
}

async function noteFfmpeg(meter: RunMeter): Promise<void> {
  if (meter.programs.has('ffmpeg'))
    meter.note({ versions: { ffmpeg: await ffmpegVersion(await findFfmpeg()) } })
}

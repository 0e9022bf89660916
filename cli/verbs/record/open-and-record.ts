import { LiveTexts } from '#studio/live-text/live-texts'
import { readPreferences } from '#studio/preferences'
import { Recorder } from '#studio/recording/recorder'
import type { Studio } from '#studio/studio'
import { type Invocation, isOn } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { planRecord, runRecord, runRecordList } from './run-record.ts'

/** `parolo record`: checks the inputs before opening the library. */
export async function openAndRecord(
  invocation: Invocation,
  terminal: Terminal,
  open: () => Promise<Studio>,
): Promise<number> {
  if (isOn(invocation, 'list')) return runRecordList(terminal)
  const plan = await planRecord(invocation, terminal.showsProgress)
  const studio = await open()
  const { library, dataFolder } = studio
  const onError = (error: unknown): void => terminal.error(error)
  // No jobs run in this process; other processes' jobs find the recording themselves.
  const liveTexts = new LiveTexts({ ...studio, holdJobs: () => () => undefined, onError })
  const recorder = new Recorder({
    library,
    dataFolder,
    codec: async () => (await readPreferences(library)).recordingCodec,
    onError,
    onStarted: (running) => liveTexts.follow(running),
  })
  try {
    return await runRecord({ studio, recorder, liveTexts }, terminal, plan)
  } finally {
    await recorder.close()
    await liveTexts.close()
    await studio.close()
  }
}

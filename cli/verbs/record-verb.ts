import { readPreferences } from '#studio/preferences'
import { Recorder } from '#studio/recording/recorder'
import type { Studio } from '#studio/studio'
import { type Invocation, isOn } from '../arguments.ts'
import type { Terminal } from '../terminal.ts'
import { planRecord, runRecord, runRecordList } from './record.ts'

/** `parolo record`: the inputs are looked at before the library is opened. */
export async function recordVerb(
  invocation: Invocation,
  terminal: Terminal,
  open: () => Promise<Studio>,
): Promise<number> {
  if (isOn(invocation, 'list')) return runRecordList(terminal)
  const plan = await planRecord(invocation)
  const studio = await open()
  const { library, dataFolder } = studio
  const recorder = new Recorder({
    library,
    dataFolder,
    codec: async () => (await readPreferences(library)).recordingCodec,
    onError: (error) => terminal.error(error),
  })
  try {
    return await runRecord(studio, recorder, terminal, plan)
  } finally {
    await recorder.close()
    await studio.close()
  }
}

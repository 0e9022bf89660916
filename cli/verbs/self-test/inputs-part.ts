import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { listInputs } from '#studio/recording/inputs/list-inputs'
import type { SelfTestPart } from './self-test-part.ts'

const ABSENT = new Set(['recorder.no-inputs', 'recorder.no-list', 'ffmpeg.missing'])

/** Sound inputs are counted, as their names are often those of people. */
export const inputsPart: SelfTestPart = {
  name: 'self-test.inputs',
  async run({ terminal }) {
    try {
      const { length: count } = await listInputs()
      return { state: 'passed', more: terminal.words('self-test.inputs.more', { count }) }
    } catch (error) {
      if (!(error instanceof Fault) || !ABSENT.has(error.code)) throw error
      return { state: 'not-tried', why: describeFault(error, terminal.language, 'terminal').message }
    }
  },
}

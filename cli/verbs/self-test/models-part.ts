import { Fault } from '#contracts/errors'
import { modelStore } from '#studio/studio'
import type { SelfTestPart } from './self-test-part.ts'

/** The included models have the files and hashes of the catalog. That they load is shown by the sample. */
export const modelsPart: SelfTestPart = {
  name: 'self-test.models',
  async run({ folder, terminal }) {
    const models = modelStore(folder)
    const all = await models.list()
    for (const model of all) {
      const [worst] = (await models.verify(model)).problems
      if (worst === undefined) continue
      const code = worst.problem === 'missing' ? 'model.missing' : 'model.damaged'
      throw new Fault(code, { id: model.entry.id, file: worst.file })
    }
    return { state: 'passed', more: terminal.words('self-test.models.more', { count: all.length }) }
  },
}

import type { DocumentWithExtras } from '#core/formats/format'
import { type RunCost, wholeCost } from '#core/sheet/run-cost'
import { type Sheet, sheetOf } from '#core/sheet/sheet'
import { usedModel } from '../recognition/used-models.ts'
import { modelSha256, type ModelStore } from '../models/model-store.ts'
import { readOpenness } from '../models/openness.ts'
import { opennessFile, type Studio } from '../studio.ts'

/** The sheet of a transcript of the library. */
export async function transcriptSheet(
  { library, models }: Pick<Studio, 'library' | 'models'>,
  document: DocumentWithExtras,
): Promise<Sheet> {
  return documentSheet(models, document, await library.runCosts(document.transcript.id))
}

/** The sheet of a document; `runs`: the known costs of its runs, possibly empty. */
export async function documentSheet(
  models: ModelStore,
  document: DocumentWithExtras,
  runs: readonly RunCost[] = [],
): Promise<Sheet> {
  const known = (await models.list()).map((model) => ({
    // Its role in the transcript is stated there.
    ...usedModel('recogniser', model),
    sha256: modelSha256(model.entry),
  }))
  return sheetOf(document, {
    cost: wholeCost(runs),
    models: known,
    openness: await readOpenness(opennessFile()),
  })
}

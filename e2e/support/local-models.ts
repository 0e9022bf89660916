import { engineEnvironment } from './engine-kind.ts'

/** The archive of a catalog model, as served by the journey's server. */
export interface LocalModel {
  readonly id: string
  readonly url: string
  readonly bytes: number
  readonly sha256: string
}

const hook = new URL('./use-local-models.ts', import.meta.url).href

/** For programs without models that download these from the journey's server, under the catalog's names. */
export function localModelsEnvironment(models: readonly LocalModel[]): Readonly<Record<string, string>> {
  const { NODE_OPTIONS = '' } = engineEnvironment('counting')
  return {
    NODE_OPTIONS: `--import=${hook} ${NODE_OPTIONS}`,
    PAROLO_JOURNEY_MODELS: JSON.stringify(models),
  }
}

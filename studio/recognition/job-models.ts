import type { Model } from '../models/model-store.ts'

/** The models that a job works with. */
export interface JobModels {
  readonly recognizer: Model
  /** Recognizers that take its place where their language is found; only for jobs that find the language. */
  readonly byLanguage?: ReadonlyMap<string, Model>
  /** Detects the language if the recognizer cannot. */
  readonly language: Model
  readonly segmentation: Model
  readonly embedding: Model
  readonly detector: Model
}

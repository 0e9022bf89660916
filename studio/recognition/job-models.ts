import type { Model } from '../models/model-store.ts'

/** The models that a job works with. */
export interface JobModels {
  readonly recognizer: Model
  /** Recognizers that replace it if their language is detected; only for jobs that detect the language. */
  readonly byLanguage?: ReadonlyMap<string, Model>
  /** Detects the language if the recognizer cannot. */
  readonly language: Model
  readonly segmentation: Model
  readonly embedding: Model
  readonly detector: Model
}

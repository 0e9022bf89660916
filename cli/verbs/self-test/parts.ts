import { inputsPart } from './inputs-part.ts'
import { libraryPart } from './library-part.ts'
import { mediaPart } from './media-part.ts'
import { modelsPart } from './models-part.ts'
import { samplePart } from './sample-part.ts'
import type { SelfTestPart } from './self-test-part.ts'
import { windowPart } from './window-part.ts'

/** In this order: the library that is read is the one in which the sample was transcribed. */
export const selfTestParts: readonly SelfTestPart[] = [
  mediaPart,
  modelsPart,
  samplePart,
  libraryPart,
  windowPart,
  inputsPart,
]

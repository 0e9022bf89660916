import { arte } from './arte.ts'
import { bbc } from './bbc.ts'
import { charte } from './charte.ts'
import { ebu } from './ebu.ts'
import { netflix, netflixChildren, netflixSdh } from './netflix.ts'
import { none } from './none.ts'
import { podcast } from './podcast.ts'
import type { Preset } from './preset.ts'
import { vertical } from './vertical.ts'

/** Every preset, in the order of lists. */
export const allPresets = [
  netflix,
  netflixChildren,
  netflixSdh,
  bbc,
  charte,
  arte,
  ebu,
  podcast,
  vertical,
  none,
] as const satisfies readonly Preset[]

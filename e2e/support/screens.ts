import type { Screen } from './reach-screen.ts'
import { captionsScreens } from './screens/captions-screens.ts'
import { libraryScreens } from './screens/library-screens.ts'
import { podcastScreens } from './screens/podcast-screens.ts'
import { recordingScreens } from './screens/recording-screens.ts'
import { settingsScreens } from './screens/settings-screens.ts'

/** Every screen and dialog that needs no special state of the machine. */
export const screens: readonly Screen[] = [
  ...libraryScreens,
  ...recordingScreens,
  ...captionsScreens,
  ...settingsScreens,
  ...podcastScreens,
]

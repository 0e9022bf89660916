import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { AppFrame } from './app-frame.tsx'
import { NotFound, ScreenError } from './app-errors.tsx'
import { LibraryFrame } from './library/library-frame.tsx'
import { LibraryScreen } from './library/library-screen.tsx'
import { SearchScreen } from './library/search/search-screen.tsx'
import type { RecordingChoice } from '#contracts/calls/recordings'
import { filters, sorts } from './library/list/group-recordings.ts'
import { SettingsScreen } from './settings/settings-screen.tsx'

const rootRoute = createRootRoute({
  component: AppFrame,
  notFoundComponent: NotFound,
  errorComponent: ScreenError,
})

/** Keeps the bar, with the focus in its field, when switching between the list and the search. */
const barRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'library',
  component: LibraryFrame,
})

interface LibraryAddress {
  readonly show?: RecordingChoice['filter']
  readonly sort?: RecordingChoice['sort']
  readonly tag?: string
}

const libraryRoute = createRoute({
  getParentRoute: () => barRoute,
  path: '/',
  component: LibraryScreen,
  validateSearch: (given: Record<string, unknown>): LibraryAddress => {
    const show = filters.find((known) => known === given['show'])
    const sort = sorts.find((known) => known === given['sort'])
    return {
      ...(show === undefined ? {} : { show }),
      ...(sort === undefined ? {} : { sort }),
      ...named('tag', text(given['tag'])),
    }
  },
})

const searchRoute = createRoute({
  getParentRoute: () => barRoute,
  path: '/search',
  component: SearchScreen,
  validateSearch: (given: Record<string, unknown>): { readonly words?: string } =>
    named('words', text(given['words'])),
})

const recordingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/recording/$id',
  component: lazyRouteComponent(() => import('./routes-recording.tsx'), 'RecordingRoute'),
  validateSearch: (given: Record<string, unknown>): { readonly at?: number } => {
    const at = Number(given['at'])
    return given['at'] === undefined || !Number.isFinite(at) || at < 0 ? {} : { at: Math.round(at) }
  },
})

const minutesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/recording/$id/minutes',
  component: lazyRouteComponent(() => import('./routes-minutes.tsx'), 'MinutesRoute'),
})

const sheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/recording/$id/sheet',
  component: lazyRouteComponent(() => import('./routes-sheet.tsx'), 'SheetRoute'),
})

const recordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/record',
  component: lazyRouteComponent(() => import('./routes-record.tsx'), 'RecordRoute'),
})

const storageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/storage',
  component: lazyRouteComponent(() => import('./storage/storage-screen.tsx'), 'StorageScreen'),
})

const networkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/network',
  component: lazyRouteComponent(() => import('./network/network-screen.tsx'), 'NetworkScreen'),
})

const podcastsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/podcasts',
  component: lazyRouteComponent(() => import('./podcasts/podcasts-screen.tsx'), 'PodcastsScreen'),
})

const podcastRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/podcasts/$id',
  component: lazyRouteComponent(() => import('./podcasts/podcast-screen.tsx'), 'PodcastScreen'),
})

const howItWorksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/how-it-works/$section',
  component: lazyRouteComponent(() => import('./how-it-works/how-screen.tsx'), 'HowScreen'),
})

const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help/$page',
  component: lazyRouteComponent(() => import('./help/help-screen.tsx'), 'HelpScreen'),
})

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/$section',
  component: SettingsScreen,
})

const bareSettingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  beforeLoad: () => {
    // The router expects a thrown redirect.
    // oxlint-disable-next-line typescript/only-throw-error
    throw redirect({ to: '/settings/$section', params: { section: 'look' } })
  },
})

/** The router parses text that looks like a number as a number. */
function text(given: unknown): string | undefined {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : undefined
}

function named<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [Key in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]?: string })
}

const routeTree = rootRoute.addChildren([
  barRoute.addChildren([libraryRoute, searchRoute]),
  recordingRoute,
  minutesRoute,
  sheetRoute,
  recordRoute,
  storageRoute,
  networkRoute,
  podcastsRoute,
  podcastRoute,
  howItWorksRoute,
  helpRoute,
  settingsRoute,
  bareSettingsRoute,
])

/** Routes are in the URL's hash, both from the web host and in the window. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    history: createHashHistory(),
    defaultPreload: 'intent',
    // Restores the scroll position when the user returns to the list.
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}

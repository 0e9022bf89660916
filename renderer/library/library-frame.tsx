import { Outlet, useRouterState } from '@tanstack/react-router'
import frame from '../ui/page-frame.module.css'
import { TopBar } from './top-bar.tsx'
import { useIsFirstStart } from './use-is-first-start.ts'

/** The bar above the list and the search. */
export function LibraryFrame() {
  const first = useIsFirstStart()
  const onList = useRouterState({ select: ({ location }) => location.pathname === '/' })
  return (
    <div className={frame.app}>
      <TopBar kind={first && onList ? 'first' : 'recordings'} />
      <Outlet />
    </div>
  )
}

import type { ReactNode } from 'react'
import { VisuallyHidden as AriaVisuallyHidden } from 'react-aria-components'

/** For screen readers only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <AriaVisuallyHidden>{children}</AriaVisuallyHidden>
}

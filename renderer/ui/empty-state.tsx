import type { ReactNode } from 'react'
import { Trouble } from './trouble.tsx'

export interface EmptyStateProps {
  /** One sentence. */
  readonly title: ReactNode
  readonly children?: ReactNode
  /** The action that adds the first item. */
  readonly action?: ReactNode
  readonly className?: string | undefined
}

/** What is not there yet: one sentence and an action, in the form of what went wrong. */
export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return <Trouble what={title} why={children} way={action} announced="none" className={className} />
}

import { Link } from '@tanstack/react-router'
import type { JobCard } from '#contracts/calls/jobs'
import { Banner } from '../ui/banner.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import { useJobCalls } from '../jobs/use-job-calls.ts'

export interface DiskSpaceBannerProps {
  /** The jobs waiting for disk space; at least one. */
  readonly jobs: readonly JobCard[]
  readonly className?: string | undefined
}

/** Why jobs are waiting, what is saved, and how to free disk space. */
export function DiskSpaceBanner({ jobs, className }: DiskSpaceBannerProps) {
  const say = useSay()
  const { retry } = useJobCalls()
  return (
    <Banner
      className={className}
      title={jobs[0]?.error?.message}
      error={jobs[0]?.error ?? undefined}
      actions={
        <>
          <Link className={buttonClass('quiet', 'small')} to="/storage">
            {say('library.space.what')}
          </Link>
          <Button
            variant="line"
            size="small"
            onPress={() => {
              for (const { id } of jobs) retry(id)
            }}
          >
            {say('shell.try-again')}
          </Button>
        </>
      }
    >
      <p>{say('library.space')}</p>
    </Banner>
  )
}

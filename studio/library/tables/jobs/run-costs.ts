import type { RunCost, StoredRunCost } from '#core/sheet/run-cost'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

export interface RunCostCalls {
  /** Stores the cost of a run of the job, also for the transcript that it wrote. */
  saveRunCost(jobId: string, kind: string, cost: RunCost): void
  /** Costs of the runs that made a transcript, oldest first; not those of its second opinions. */
  runCosts(transcriptId: string): readonly RunCost[]
  /** Costs of all runs, oldest first, including those of deleted objects. */
  allRunCosts(): readonly StoredRunCost[]
}

export function createRunCostCalls(store: Store): RunCostCalls {
  return {
    saveRunCost(jobId, kind, cost) {
      store.change(() => {
        store.run(
          `INSERT INTO run_costs (kind, job_id, started_at_ms, cost)
            VALUES (?, (SELECT id FROM jobs WHERE id = ?), ?, ?)`,
          kind,
          jobId,
          cost.startedAtMs,
          JSON.stringify(cost),
        )
        // Earlier runs of the job may have ended before there was a transcript.
        store.run(
          `UPDATE run_costs SET transcript_id = (SELECT id FROM transcripts WHERE job_id = run_costs.job_id)
            WHERE job_id = ? AND EXISTS (SELECT 1 FROM transcripts WHERE job_id = run_costs.job_id)`,
          jobId,
        )
      })
    },
    runCosts: (transcriptId) =>
      store
        .rows<{ cost: string }>(
          'SELECT cost FROM run_costs WHERE transcript_id = ? ORDER BY started_at_ms, number',
          transcriptId,
        )
        .map(({ cost }) => JSON.parse(cost) as RunCost),
    allRunCosts: () =>
      store
        .rows<{ kind: string; cost: string }>(
          'SELECT kind, cost FROM run_costs ORDER BY started_at_ms, number',
        )
        .map(({ kind, cost }) => ({ kind, ...(JSON.parse(cost) as RunCost) })),
  }
}

export const runCostsTable: TableDescription = {
  name: 'run_costs',
  whenDeleted: 'unlinked',
  whenJoined: 'follows',
  whenTrimmed: 'follows',
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

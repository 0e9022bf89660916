import { places } from '../places.ts'
import { type JobFacts, shellWord } from './job-facts.ts'

/** A script that runs all shards with GNU parallel, on this computer or on several. */
export function parallelFile({ dir, shards, cpus }: JobFacts): string {
  return `#!/bin/bash
# Runs all shards by GNU parallel, as many at once as there are cores for. Further words go to parallel: with
#   ./parallel.sh --sshlogin 8/host1,8/host2
# on other computers, 8 at once each; DIR, the recordings and the program must have the same paths there.
# Run it again to go on: what is done is skipped.
set -u
dir=${shellWord(dir)}
# The program, as README.txt says.
export PAROLO="\${PAROLO:-parolo}"
jobs=$(( $(nproc) / ${cpus} ))
[ "$jobs" -ge 1 ] || jobs=1
run="$PAROLO archive work $(printf %q "$dir") --shard {}"
# --retries: a shard whose computer fails is tried again, on another one where there are others.
seq 0 ${shards - 1} | parallel --jobs "$jobs" --retries 3 --joblog "$dir/${places.logs}/parallel.tsv" "$@" "$run"
`
}

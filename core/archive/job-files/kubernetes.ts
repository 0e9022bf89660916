import { type JobFacts, kubernetesMemory, shellWord } from './job-facts.ts'

/** Pods at once, by default. */
const MAX_AT_ONCE = 1_000

/** An Indexed Job: one pod per shard. */
export function kubernetesFile(facts: JobFacts): string {
  const { dir, shards, cpus, mem, version, folders } = facts
  const memory = kubernetesMemory(mem)
  const command = `exec \${PAROLO:-parolo} archive work ${shellWord(dir)} --shard "$JOB_COMPLETION_INDEX" --scratch /scratch`
  const mounts = [dir, ...folders.filter((folder) => !isBelow(dir, folder) || folder === dir)]
  return `# kubectl apply -f job.yaml
apiVersion: batch/v1
kind: Job
metadata:
  name: parolo-archive
spec:
  # A pod is a shard of the archive, counted from 0.
  completionMode: Indexed
  completions: ${shards}
  # Pods at once.
  parallelism: ${Math.min(shards, MAX_AT_ONCE)}
  # A recording that ends its pod five times in a row is left out by the sixth, which goes on with the others.
  backoffLimitPerIndex: 20
  template:
    spec:
      restartPolicy: Never
      # Time to keep what the running recording has so far.
      terminationGracePeriodSeconds: 60
      containers:
        - name: parolo
          # Made of Containerfile, pushed to a registry of yours.
          image: ${quoted(`parolo:${version}`)}
          command: ["/bin/sh", "-c", ${JSON.stringify(command)}]
          env:
            - name: TMPDIR
              value: /scratch
          resources:
            requests:
              cpu: "${cpus}"
              memory: ${memory}
            limits:
              cpu: "${cpus}"
              memory: ${memory}
          volumeMounts:
            # The folder of the plan and those of the recordings have the same paths here as where the plan was made.
${unique(mounts)
  .map(
    (folder) =>
      `            - name: archive\n              mountPath: ${quoted(folder)}\n              subPath: ${quoted(folder.replace(/^\/+/u, ''))}`,
  )
  .join('\n')}
            - name: scratch
              mountPath: /scratch
      volumes:
        # A claim of yours for the shared file system, whose root is the root of the paths above.
        - name: archive
          persistentVolumeClaim:
            claimName: archive
        # On the node's own disk: about 150 MB an hour of the longest recording, and 100 MB.
        - name: scratch
          emptyDir: {}
`
}

const quoted = (text: string): string => JSON.stringify(text)
const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

/** Whether `folder` is `top` or in it. */
function isBelow(top: string, folder: string): boolean {
  return folder === top || folder.startsWith(`${top.replace(/\/+$/u, '')}/`)
}

import type { ChildProcess } from 'node:child_process'
import { meterGroup } from './meter-group.ts'
import { canReadProcesses, processUsage } from './process-usage.ts'
import { currentMeter } from './run-meter.ts'

const LOOK_EVERY_MS = 200

/** Counts what a program uses for the run that started it. Nothing outside of a measured run. */
export function meterChild(child: ChildProcess, name: string): void {
  const meter = currentMeter()
  const { pid } = child
  if (meter === undefined || pid === undefined) return
  meter.startedProgram(name)
  if (!canReadProcesses) {
    meter.cannotMeasure(name)
    return
  }
  let counted = 0
  const look = (): void => {
    const usage = processUsage(pid)
    if (usage === null) return
    meter.addCpu(usage.cpuMs - counted)
    counted = Math.max(counted, usage.cpuMs)
    if (usage.bytes > 0) meterGroup.sawProcess(child, usage.bytes)
  }
  const timer = setInterval(look, LOOK_EVERY_MS).unref()
  look()
  // Its output ends a moment before it does, when it has done almost all of its work.
  child.stdout?.once('end', look)
  const stop = (): void => {
    clearInterval(timer)
    meterGroup.endedProcess(child)
  }
  child.once('exit', stop)
  child.once('error', stop)
}

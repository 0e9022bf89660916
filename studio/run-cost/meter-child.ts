import type { ChildProcess } from 'node:child_process'
import { meterGroup } from './meter-group.ts'
import { canReadProcesses, processUsage } from './process-usage.ts'
import { currentMeter } from './run-meter.ts'

const LOOK_EVERY_MS = 200

/**
 * Measures a child program's resource use for the run that started it. Does nothing outside a measured run.
 */
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
  // Its output ends shortly before it does, when almost all of its work is done.
  child.stdout?.once('end', look)
  const stop = (): void => {
    clearInterval(timer)
    meterGroup.endedProcess(child)
  }
  child.once('exit', stop)
  child.once('error', stop)
}

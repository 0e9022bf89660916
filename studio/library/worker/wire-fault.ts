import { Fault } from '#contracts/errors'
import type { ErrorCode, FaultValues } from '#contracts/errors'

/** A fault as plain data: an Error cloned across the worker boundary loses its code and values. */
export interface WireFault {
  readonly code: ErrorCode
  readonly values: FaultValues
  readonly detail: string | undefined
}

export function toWire(fault: Fault): WireFault {
  return { code: fault.code, values: fault.values, detail: fault.detail }
}

export function fromWire(wire: WireFault): Fault {
  return new Fault(wire.code, wire.values, wire.detail)
}

import { expect, it } from 'vitest'
import { minutesAnHour } from './measured-pace.ts'

const minutes = (worked: number, sound: number) => ({ workedMs: worked * 60_000, soundMs: sound * 60_000 })

it('is the median of what was measured', () => {
  expect(minutesAnHour([minutes(3, 30), minutes(20, 60), minutes(6, 30)])).toBeCloseTo(12)
})

it('leaves out short recordings and jobs that only read stored results', () => {
  expect(minutesAnHour([minutes(0.5, 0.5), minutes(0.1, 60), minutes(10, 60)])).toBeCloseTo(10)
  expect(minutesAnHour([minutes(0.5, 0.5), minutes(0.1, 60)])).toBe(null)
  expect(minutesAnHour([])).toBe(null)
})

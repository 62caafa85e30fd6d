/** A crowd of invented people as columns, for the table at its largest. */
import type { Columns } from '../../src/contract/wire.ts'
import { PEOPLE, seeded } from './fake-organisation.ts'

const TITLES = 120
const UNITS = 240

export function crowdColumns(rows: number): Columns {
  const random = seeded(50_000)
  const first = PEOPLE.map(person => person.name.split(' ')[0] ?? '')
  const last = PEOPLE.map(person => person.name.split(' ').slice(1).join(' '))
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!
  const codes = (size: number) => Int32Array.from({ length: rows }, () => (random() < 0.01 ? -1 : Math.floor(random() * size)))
  const shares = () => Float64Array.from({ length: rows }, () => (random() < 0.05 ? NaN : random()))
  const modes = [shares(), shares(), shares(), shares(), shares()]
  for (let row = 0; row < rows; row++) {
    const sum = modes.reduce((all, mode) => all + mode[row]!, 0)
    for (const mode of modes) mode[row] = mode[row]! / sum
  }
  const [build, enable, decide, coordinate, govern] = modes
  return {
    rows,
    arrays: {
      title: codes(TITLES),
      unit: codes(UNITS),
      family: codes(6),
      flags: Uint32Array.from({ length: rows }, () =>
        random() < 0.06 ? (1 + Math.floor(random() * 3)) << (2 * Math.floor(random() * 8)) : 0,
      ),
      notEnough: Uint32Array.from({ length: rows }, () => (random() < 0.2 ? Math.floor(random() * 256) : 0)),
      employed: Uint8Array.from({ length: rows }, () => (random() < 0.1 ? 1 : 2)),
      track: Uint8Array.from({ length: rows }, () => (random() < 0.15 ? 2 : 1)),
      inHris: new Uint8Array(rows).fill(1),
      build: build!,
      enable: enable!,
      decide: decide!,
      coordinate: coordinate!,
      govern: govern!,
      weeks: Int32Array.from({ length: rows }, () => Math.floor(random() * 53)),
      keeps: Int32Array.from({ length: rows }, () => (random() < 0.05 ? 1 : 0)),
      exposure: shares(),
    },
    dictionaries: {
      person: Array.from({ length: rows }, (_, row) => `C${100_000 + row}`),
      name: Array.from({ length: rows }, () => `${pick(first)} ${pick(last)}`),
      title: Array.from(
        { length: TITLES },
        (_, code) => `${['Software engineer', 'Analyst', 'Designer', 'Manager'][code % 4]} ${Math.floor(code / 4) + 1}`,
      ),
      unit: Array.from({ length: UNITS }, (_, code) => `Division ${code % 6}/Department ${code % 30}/Team ${code}`),
      family: ['engineering', 'product', 'design', 'data', 'delivery', 'support'],
    },
  }
}

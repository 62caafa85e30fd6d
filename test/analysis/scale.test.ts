import { expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { simulateDeparture } from '../../src/analysis/departure.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { componentName, personId } from '../../src/domain/identifiers.ts'
import { DEFAULT_KINDS } from '../../src/domain/kinds.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'

const ROWS = Number(process.env['SWITCHYARD_SCALE_ROWS'] ?? 100_000)
const ARTIFACTS = ROWS / 10
const PEOPLE = 2000
const COMPONENTS = 300

/** A large organisation as columns: most artifacts are changed by a few people near them, a few by many. */
function largeDataset(): Dataset {
  let state = 12345
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const empty = buildDataset({
    people: Array.from({ length: PEOPLE }, (_, index) => ({
      id: `p${String(index).padStart(5, '0')}`,
      roleFamily: `f${index % 6}`,
      levelRank: index % 5,
    })),
  })
  const kindNames = ['commit', 'design_decision', 'documentation', 'meeting', 'review']
  const componentOfArtifact = Int32Array.from({ length: ARTIFACTS }, (_, artifact) => Math.floor((artifact * COMPONENTS) / ARTIFACTS))
  const lastDay = dayOf('2024-12-31')
  const columns = {
    person: new Int32Array(ROWS),
    day: new Int32Array(ROWS),
    instant: new Float64Array(ROWS),
    kind: new Uint16Array(ROWS),
    component: new Int32Array(ROWS),
    artifact: new Int32Array(ROWS),
    previousArtifact: new Int32Array(ROWS).fill(-1),
    workItem: new Int32Array(ROWS).fill(-1),
    size: new Float64Array(ROWS),
    hours: new Float32Array(ROWS).fill(NaN),
    change: new Uint8Array(ROWS),
    outcome: new Uint8Array(ROWS),
    agent: new Uint8Array(ROWS),
    tieBreak: new Uint32Array(ROWS),
    storedRow: new Uint32Array(ROWS),
  }
  let moment = lastDay * 86_400 - ROWS * 90
  for (let row = 0; row < ROWS; row++) {
    const isNewWork = row === 0 || random(3) === 0
    const hot = Math.floor(random(ARTIFACTS) / 100) * 100
    const artifact = isNewWork
      ? random(4) === 0
        ? hot
        : random(ARTIFACTS)
      : Math.min(ARTIFACTS - 1, columns.artifact[row - 1]! + random(20))
    if (isNewWork) moment += 270
    columns.person[row] = isNewWork ? (Math.floor((artifact * PEOPLE) / ARTIFACTS) + random(12)) % PEOPLE : columns.person[row - 1]!
    columns.instant[row] = moment
    columns.day[row] = Math.floor(moment / 86_400)
    columns.kind[row] = isNewWork ? (random(4) === 0 ? random(5) : 0) : columns.kind[row - 1]!
    columns.artifact[row] = artifact
    columns.component[row] = componentOfArtifact[artifact]!
    columns.size[row] = random(200)
    columns.change[row] = random(10) === 0 ? 1 : 2
    columns.tieBreak[row] = random(2 ** 32)
    columns.storedRow[row] = row
  }
  const none = { offsets: new Uint32Array(ROWS + 1), values: new Int32Array(0) }
  return {
    ...empty,
    asOf: lastDay,
    people: empty.people.map((person, index) => ({
      ...person,
      id: personId(person.id),
      terminationDate: index % 11 === 0 ? lastDay - 100 : null,
    })),
    componentNames: Array.from({ length: COMPONENTS }, (_, index) => componentName(`c${String(index).padStart(4, '0')}`)),
    components: Array.from({ length: COMPONENTS }, () => null),
    artifactNames: Array.from(componentOfArtifact, (component, artifact) => ({ component, name: `a${String(artifact).padStart(7, '0')}` })),
    kindNames,
    kindOf: kindNames.map(kind => DEFAULT_KINDS[kind]!),
    contributions: { ...columns, length: ROWS, participants: none, uses: none },
  }
}

test('a large organisation is analysed within seconds, and a departure from it simulated at once', () => {
  const dataset = largeDataset()
  const peakBefore = process.resourceUsage().maxRSS
  const started = performance.now()
  const { model, whole } = analyse(dataset, DEFAULT_SETTINGS)
  const analysedMs = performance.now() - started
  const leavers = [10, 500, 1500]
  simulateDeparture(model, [7])
  const departing = performance.now()
  const departure = simulateDeparture(model, leavers)
  const departureMs = performance.now() - departing
  if (process.env['SWITCHYARD_SCALE_ROWS']) {
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    console.info({
      peakMb: (process.resourceUsage().maxRSS - peakBefore) / 1024,
      analysedMs,
      departureMs,
      heapMb: heapUsed / 2 ** 20,
      buffersMb: arrayBuffers / 2 ** 20,
      components: departure.components.length,
      truckFactor: whole.truckFactor,
    })
  }
  expect(whole.artifacts).toBeGreaterThan(ARTIFACTS * 0.9)
  expect(analysedMs).toBeLessThan(15_000)
  expect(departureMs).toBeLessThan(500)
})

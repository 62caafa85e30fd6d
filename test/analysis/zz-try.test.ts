import { test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { generateOrganisation } from '../../fixtures/organisation.ts'
import { datasetOf } from './organisation-dataset.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import { findCoordinationPaths } from '../../src/analysis/coordination-path.ts'
import { findSystemsThinkers } from '../../src/analysis/systems-thinker.ts'
import { findMisrouted } from '../../src/analysis/misrouted.ts'
import { routeSteadiness } from '../../src/analysis/route-resampling.ts'
import { unitFigures } from '../../src/analysis/units.ts'
test('x', async () => {
    const org = generateOrganisation({ people: 2000, density: 2.2, components: 150, plant: {coordination_path: 60, misrouted_systems_thinker: 30, systems_thinker: 30, about_to_be_misrouted: 10} })
    const dataset = await datasetOf(org)
    const time = <T>(name: string, f: () => T): T => { const t = Date.now(); const r = f(); console.log(name, Date.now() - t); return r }
    console.log(dataset.contributions.length)
    const ground = time('ground', () => groundOf(dataset, DEFAULT_SETTINGS))
    const session = new Session(); session.connect(); await session.post('Profiler.enable'); await session.post('Profiler.start')
    const found = time('paths', () => findCoordinationPaths(dataset, ground, DEFAULT_ROUTE_SETTINGS))
    const st = time('st', () => findSystemsThinkers(dataset, ground, found, DEFAULT_ROUTE_SETTINGS))
    const mis = time('mis', () => findMisrouted(dataset, ground, found, st, DEFAULT_ROUTE_SETTINGS))
    console.log(found.findings.length, st.findings.length, mis.misrouted.findings.length, new Set(mis.before.filter(x => x)).size)
    time('steady', () => routeSteadiness(dataset, ground, found, st, mis))
    const { profile } = await session.post('Profiler.stop') as any
    const self = new Map<string, number>()
    profile.samples.forEach((id: number, i: number) => { const n = profile.nodes.find((x: any) => x.id === id); const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').at(-1) + ':' + n.callFrame.lineNumber; self.set(k, (self.get(k) ?? 0) + profile.timeDeltas[i]) })
    console.log([...self].sort((a,b) => b[1]-a[1]).slice(0, 25).map(([k, v]) => Math.round(v/1000) + ' ' + k).join('\n'))
    time('units', () => unitFigures(dataset, ground))
}, 300000)

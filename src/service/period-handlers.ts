/** Analyses as of several days in the window: list, compute, compare. */
import type { Handlers } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { type EpochDay, parseIsoMoment } from '../domain/calendar.ts'
import { currentAnalysis } from './current-analysis.ts'
import { listPeriods, periodChanges } from './periods.ts'
import type { ServiceCore } from './service.ts'
import { countOf } from './spoken-numbers.ts'
import { pageOf } from './systems.ts'

type PeriodMethod = Extract<keyof Handlers, `periods.${string}`>

export function periodHandlers(core: ServiceCore): Pick<Handlers, PeriodMethod> {
  const current = currentAnalysis(core)
  return {
    'periods.list': async () => listPeriods(core.session(), current().analysis),
    'periods.compute': async ({ asOf }) => {
      const session = core.session()
      // Throws where nothing was imported: there is nothing to look back on.
      current()
      const days = [...new Set(asOf.map(dayOf))].sort((a, b) => a - b)
      await core.jobs.makeWay()
      const job = core.jobs.begin(
        'analysis',
        onProgress => session.analysePeriods(days, onProgress),
        () => ({ message: `${countOf(days.length, 'day is', 'days are')} computed.`, imports: [] }),
        () => core.changed(),
      )
      return { job }
    },
    'periods.compare': async ({ from, to, page }) => {
      const { steps, people, systems, units } = periodChanges(core.session(), dayOf(from), dayOf(to))
      return { from, to, steps, people: pageOf(people, page), systems: pageOf(systems, page), units: pageOf(units, page) }
    },
  }
}

function dayOf(date: string): EpochDay {
  const moment = parseIsoMoment(date)
  if (!moment) throw new AppError('bad-input', `There is no day ${date}.`)
  return moment.day
}

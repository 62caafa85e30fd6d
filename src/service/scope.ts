/** The scope of a workspace, and what may be asked of one that shows systems and units only. */
import type { z } from 'zod'
import type { Handlers, Method, Output } from '../contract/contract.ts'
import { scopeSchema } from '../contract/scope.ts'
import { AppError } from '../contract/wire.ts'
import { withoutNamedDetails } from './audit-handlers.ts'
import type { ServiceCore } from './service.ts'

export type Scope = z.output<typeof scopeSchema>

export const DEFAULT_SCOPE: Scope = { shows: 'people', leastPeople: 5 }
export const isWithoutPeople = ({ shows }: Scope) => shows === 'systems_and_units'

/** As it is kept; what cannot be read shows least. */
export const readScope = (text: string | null): Scope =>
  text === null ? DEFAULT_SCOPE : scopeSchema.catch({ ...DEFAULT_SCOPE, shows: 'systems_and_units' }).parse(JSON.parse(text))

/** Throws AppError `forbidden` where people are not shown. */
export function requirePeople(scope: Scope): void {
  if (!isWithoutPeople(scope)) return
  throw new AppError('forbidden', 'This workspace shows systems and units only. Whoever set it up so can let it show people again.')
}

/** Whether a method's answer, or its question, is about people; where it is `rows`, values of rows are taken out of the answer. */
const ABOUT_PEOPLE: Readonly<Record<Method, boolean | 'rows'>> = {
  'app.info': false,
  'preferences.get': false,
  'preferences.set': false,
  'workspace.current': false,
  'workspace.recent': false,
  'workspace.create': false,
  'workspace.open': false,
  'workspace.sample': false,
  'workspace.restore': false,
  'workspace.close': false,
  'workspace.setScope': false,
  'purpose.set': false,
  'imports.inspect': 'rows',
  'imports.remap': 'rows',
  'imports.check': false,
  'imports.review': 'rows',
  'imports.rows': true,
  'imports.changes': true,
  'imports.rejected': true,
  'imports.start': false,
  'imports.list': false,
  'imports.report': 'rows',
  'imports.undo': false,
  'imports.redo': false,
  'profiles.list': false,
  'profiles.get': true,
  'profiles.save': false,
  'profiles.remove': false,
  'profiles.export': true,
  'profiles.import': false,
  'identities.list': true,
  'identities.decide': true,
  'identities.bots': true,
  'identities.decideBot': true,
  'identities.undo': true,
  'quality.get': 'rows',
  'analysis.start': false,
  'settings.get': false,
  'settings.set': false,
  'settings.count': false,
  'method.get': false,
  'fairness.get': true,
  'audit.list': 'rows',
  'periods.list': false,
  'periods.compute': false,
  'periods.compare': true,
  'jobs.cancel': false,
  'systems.summary': false,
  'systems.list': false,
  'systems.get': false,
  'systems.evidence': true,
  'systems.matrix': true,
  'systems.removal': false,
  'people.find': true,
  'people.table': true,
  'people.get': true,
  'people.evidence': true,
  'routing.get': true,
  'organisation.get': false,
  'organisation.rows': true,
  'leaders.get': true,
  'agents.get': false,
  'simulation.promote': true,
  'simulation.leave': true,
}

/** The handlers as they answer in the scope of the open workspace. */
export function scopedHandlers(core: ServiceCore, handlers: Handlers): Handlers {
  const isNarrowed = () => core.state()?.scope.shows === 'systems_and_units'
  const narrowed = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (input: never) => {
        // The handlers are one per method.
        if (ABOUT_PEOPLE[name as Method] === true) requirePeople(core.session().scope())
        return handler(input)
      },
    ]),
  ) as unknown as Handlers // each answers as the one it stands for
  return {
    ...narrowed,
    'imports.inspect': async input => withoutRows(await handlers['imports.inspect'](input), isNarrowed()),
    'imports.remap': async input => withoutRows([await handlers['imports.remap'](input)], isNarrowed())[0]!,
    'imports.review': async input => {
      const review = await handlers['imports.review'](input)
      return isNarrowed() ? { ...review, files: review.files.map(withoutCells) } : review
    },
    'imports.report': async input => {
      const report = await handlers['imports.report'](input)
      if (!isNarrowed()) return report
      return { ...report, mapping: withoutFixes(report.mapping), fixesApplied: [], problems: report.problems.map(withoutValues) }
    },
    'audit.list': async input => {
      const log = await handlers['audit.list'](input)
      return isNarrowed() ? withoutNamedDetails(log) : log
    },
    'quality.get': async input => {
      const quality = await handlers['quality.get'](input)
      if (!isNarrowed()) return quality
      return { ...quality, managers: { ...quality.managers, problems: problemsByCode(quality.managers.problems) } }
    },
  }
}

function withoutRows(inspected: Output<'imports.inspect'>, isNarrowed: boolean): Output<'imports.inspect'> {
  if (!isNarrowed) return inspected
  return inspected.map(file => ({
    ...file,
    mapping: file.mapping && withoutFixes(file.mapping),
    fields: file.fields.map(field => ({ ...field, samples: [] })),
    sample: [],
    problems: file.problems.map(withoutValues),
  }))
}

/** What a fix replaces is what a cell says. */
function withoutFixes<Mapping extends Output<'imports.report'>['mapping']>(mapping: Mapping): Mapping {
  return { ...mapping, fixes: [] }
}

type ManagerProblem = Output<'quality.get'>['managers']['problems'][number]

/** What is said of a manager names them or whoever reports to them; what is left is how many people it concerns. */
function problemsByCode(problems: readonly ManagerProblem[]): ManagerProblem[] {
  const people = new Map<string, number>()
  for (const problem of problems) people.set(problem.code, (people.get(problem.code) ?? 0) + problem.people)
  return [...people].map(([code, count]) => ({ code, words: hiddenWords(code), people: count, examples: [] }))
}

type CheckedFile = Output<'imports.review'>['files'][number]

const withoutCells = (file: CheckedFile): CheckedFile => ({
  ...file,
  groups: file.groups.map(group => ({ ...withoutValues(group), values: [] })),
  fixes: [],
})

/** The message quotes what the row says; its kind, line and column say where to look. */
const withoutValues = <Problem extends { readonly code: string; readonly message: string }>(problem: Problem): Problem => ({
  ...problem,
  message: hiddenWords(problem.code),
})

const hiddenWords = (code: string) =>
  `${code.replaceAll('-', ' ')}: what stands there is not shown in a workspace of systems and units only.`

/** Settings of the method: what they are, setting them, and what other values would flag. */
import { bandsAt, flagCounts } from '../analysis/gate-table.ts'
import { readSettingChanges, type SettingChanges, valuesWith } from '../analysis/method-changes.ts'
import {
  type MethodSetting,
  methodSetting,
  methodSettings,
  SETTING_GROUPS,
  type SettingGroup,
  type SettingValue,
} from '../analysis/method-settings.ts'
import { METHOD_VERSION } from '../analysis/settings.ts'
import type { Handlers, Output } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { PATTERNS } from '../domain/flag.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import type { ServiceCore } from './service.ts'
import type { Session } from './session.ts'
import { problemsInWords } from './settings-file.ts'

type SettingsMethod = Extract<keyof Handlers, `settings.${string}`>
type Settings = Output<'settings.get'>

const GROUP_LABELS: Readonly<Record<SettingGroup, string>> = {
  ground: 'Time, effort and who keeps a system',
  builder_trap: 'Builder trap',
  enabler_trap: 'Enabler trap',
  routes: 'Coordination paths and systems thinkers',
  organisation: 'Units and the network',
  leaders: 'Leaders',
  agents: 'Working with agents',
  fairness: 'Fairness',
  kinds: 'Kinds of contribution',
  titles: 'Job titles',
}

export function settingsHandlers(core: ServiceCore): Pick<Handlers, SettingsMethod> {
  return {
    'settings.get': async () => settingsOf(core.session()),
    'settings.set': async ({ changes }) => {
      const session = core.session()
      const former = session.basis().settings
      const next = changed(former, changes)
      // What is being computed would be of the settings before.
      await core.jobs.makeWay()
      await session.setSettings(next)
      core.changed()
      // Nothing has been shown yet, so there is nothing to call stale: the first analysis is taken up again.
      if (session.analysisStatus() === 'none') core.refreshAnalysis()
      const undo = Object.fromEntries(Object.keys(changes).map(name => [name, plainOrNull(former[name] ?? null)]))
      return { ...settingsOf(session), former: undo }
    },
    'settings.count': async ({ changes }) => {
      const session = core.session()
      const analysis = session.analysis()
      if (!analysis) throw new AppError('not-found', 'Nothing has been analysed yet. Import contributions first.')
      return countsWith(analysis, changed(session.basis().settings, changes))
    },
  }
}

/** Throws AppError `bad-input` that names each value that cannot be used; nothing is changed then. */
function changed(former: SettingChanges, changes: Readonly<Record<string, unknown>>): SettingChanges {
  const { changes: next, problems } = readSettingChanges({ ...former, ...changes })
  if (problems.length > 0) throw new AppError('bad-input', `${problemsInWords(problems)}\nNo setting was changed.`)
  return next
}

function settingsOf(session: Session): Settings {
  const { settings: changes } = session.basis()
  const analysis = session.analysis()
  const kinds = analysis?.document.identity.unknownKinds.map(({ kind }) => kind) ?? []
  const added = [...kinds, ...kindsIn(changes), ...kindsIn(analysis?.changes ?? {})]
  const values = valuesWith(changes, added)
  const made = analysis && valuesWith(analysis.changes, added)
  const settings = methodSettings(added).map(setting => ({
    ...setting,
    value: values.get(setting.setting)!,
    inResult: made?.get(setting.setting) ?? null,
  }))
  return {
    methodVersion: METHOD_VERSION,
    groups: SETTING_GROUPS.map(group => ({
      group,
      label: GROUP_LABELS[group],
      settings: settings.filter(setting => setting.group === group).map(settingEntry),
    })),
    awaiting: analysis ? differing(changes, analysis.changes) : [],
  }
}

function settingEntry({
  form,
  default: usual,
  value,
  inResult,
  patterns,
  isLive,
  ...rest
}: MethodSetting & {
  value: MethodSetting['default']
  inResult: MethodSetting['default'] | null
}): Settings['groups'][number]['settings'][number] {
  return {
    ...rest,
    form: form.kind === 'choice' ? { ...form, options: [...form.options] } : form,
    default: plain(usual),
    value: plain(value),
    inResult: plainOrNull(inResult),
    patterns: [...patterns],
    countsLive: isLive,
  }
}

/** The contract's lists are plain arrays. */
const plain = (value: SettingValue) => (typeof value === 'object' ? value.slice() : value)
const plainOrNull = (value: SettingValue | null) => (value === null ? null : plain(value))

const KIND = /^kinds\.(.+)\.\w+$/
const kindsIn = (changes: SettingChanges) => Object.keys(changes).flatMap(name => KIND.exec(name)?.[1] ?? [])

const differing = (a: SettingChanges, b: SettingChanges) =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(name => JSON.stringify(a[name]) !== JSON.stringify(b[name])).sort()

/** What the result would flag with these settings: those that count live at their new values, the others as it was made. */
export function countsWith(
  { gates, changes: made }: Pick<LoadedAnalysis, 'gates' | 'changes'>,
  next: SettingChanges,
): Output<'settings.count'> {
  const differs = differing(next, made)
  const [live, waiting] = [differs.filter(isLive), differs.filter(name => !isLive(name))]
  const values = valuesWith(next)
  const thresholds = Object.fromEntries(live.map(name => [name, Number(values.get(name))]))
  const [inResult, withChanges] = [flagCounts(bandsAt(gates)), flagCounts(bandsAt(gates, thresholds))]
  return {
    // At its own thresholds the table holds the flags of the result.
    patterns: PATTERNS.map(pattern => ({
      pattern,
      inResult: inResult.get(pattern)!,
      withChanges: withChanges.get(pattern) ?? null,
    })),
    needRecalculation: waiting,
  }
}

const isLive = (name: string) => methodSetting(name)?.isLive === true

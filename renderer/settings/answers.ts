/** What the host answers about the method and the log, by the names the screens use. */
import type { Output } from '../../src/contract/contract.ts'

export type Settings = Output<'settings.get'>
export type SettingGroup = Settings['groups'][number]
export type Setting = SettingGroup['settings'][number]
export type SettingValue = Setting['value']
export type SettingCounts = Output<'settings.count'>
export type PatternCount = SettingCounts['patterns'][number]
export type Explanation = Output<'method.get'>['explanations'][number]
export type AuditPage = Output<'audit.list'>
export type AuditEntry = AuditPage['rows'][number]

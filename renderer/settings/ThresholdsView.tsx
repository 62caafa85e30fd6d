/** Every threshold by group, with the flags it makes beside it while it is changed. Nothing is kept before it is saved. */
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { classes } from '../components/classes.ts'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatPlural } from '../format.ts'
import { settingsAddress } from '../navigation/address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import type { SettingGroup, Settings } from './answers.ts'
import { FlagCounts } from './FlagCounts.tsx'
import { KindsTable } from './KindsTable.tsx'
import { changesOf, isDefault, settingsOf } from './setting-drafts.ts'
import { SettingRow } from './SettingRow.tsx'
import styles from './ThresholdsView.module.css'

export function ThresholdsView({ chosen }: { chosen: string | null }) {
  const { settings: store } = useStores()
  const { settings, failure, load } = useStore(store)
  return (
    <>
      <ScreenFailure failure={failure} onRetry={() => void load()} />
      {settings ? <Groups settings={settings} chosen={chosen} /> : failure === null && <Waiting>Reading the settings</Waiting>}
    </>
  )
}

function Groups({ settings, chosen }: { settings: Settings; chosen: string | null }) {
  const { settings: store, navigation, workspace } = useStores()
  const { drafts, counts: counted, draft, resetAll } = useStore(store)
  const showsPeople = useStore(workspace, state => state.workspace?.scope.shows === 'people')
  const counts = showsPeople ? counted : null
  const group = settings.groups.find(each => each.group === chosen) ?? settings.groups[0]
  if (!group) return null
  const { awaiting } = settings
  const isReset = group.settings.every(setting => isDefault(setting, drafts[setting.setting]?.value ?? setting.value))
  return (
    <div className={styles.view}>
      <nav className={styles.groups} aria-label="Groups of settings">
        {settings.groups.map(each => (
          <button
            key={each.group}
            type="button"
            aria-current={each.group === group.group ? 'true' : undefined}
            // In place: the focus stays here, and Back leaves the screen.
            onClick={() => navigation.getState().replace(settingsAddress('thresholds', each.group))}
            data-focus={`group:${each.group}`}
          >
            <span>{each.label}</span>
            <Marks group={each} />
          </button>
        ))}
      </nav>
      <div className={styles.middle}>
        {awaiting.length > 0 && (
          <Banner tone="warning">
            Results are from the old rule: {formatPlural(awaiting.length, 'setting has', 'settings have')} changed since.
          </Banner>
        )}
        <div className={styles.scroll} data-scroll={`settings:${group.group}`} data-region="settings">
          <div className={styles.head}>
            <h2>{group.label}</h2>
            <Button
              variant="quiet"
              onPress={() => void resetAll(group.settings)}
              disabledReason={isReset ? 'All of them are at their defaults.' : null}
              focusName="reset-group"
            >
              Reset these to their defaults
            </Button>
          </div>
          <div className={styles.panel}>
            {group.group === 'kinds' ? (
              <KindsTable settings={group.settings} drafts={drafts} onDraft={(setting, next) => void draft(setting, next)} />
            ) : (
              group.settings.map(setting => (
                <SettingRow
                  key={setting.setting}
                  setting={setting}
                  draft={drafts[setting.setting]}
                  counts={counts}
                  onDraft={(changed, next) => void draft(changed, next)}
                />
              ))
            )}
          </div>
        </div>
        <SaveBar settings={settings} />
      </div>
      <aside className={styles.side} aria-label="Flags with these settings" data-region="counts">
        {counts ? (
          <FlagCounts counts={counts} isChanged={awaiting.length > 0 || Object.keys(drafts).length > 0} />
        ) : (
          <p className={styles.quiet}>
            {showsPeople
              ? 'Flags are counted here as soon as there is an analysis.'
              : 'This workspace shows systems and units only: flags of people are left out.'}
          </p>
        )}
      </aside>
    </div>
  )
}

/** How many settings of a group are not at their defaults, and whether some are being changed. */
function Marks({ group }: { group: SettingGroup }) {
  const { settings: store } = useStores()
  const drafts = useStore(store, state => state.drafts)
  const drafted = group.settings.filter(({ setting }) => drafts[setting]).length
  const own = group.settings.filter(setting => !isDefault(setting, setting.value)).length
  const unplaced = group.group === 'kinds' ? group.settings.filter(({ value }) => value === 'unmapped').length : 0
  const words = [
    drafted > 0 ? `${formatCount(drafted)} changed` : null,
    own > 0 ? `${formatCount(own)} own` : null,
    unplaced > 0 ? `${formatCount(unplaced)} to place` : null,
  ].filter(word => word !== null)
  return words.length === 0 ? null : <small>{words.join(' · ')}</small>
}

function SaveBar({ settings }: { settings: Settings }) {
  const { settings: store } = useStores()
  const { drafts, isSaving, save, discard } = useStore(store)
  const changed = Object.keys(changesOf(settingsOf(settings), drafts)).length
  const wrong = Object.values(drafts).filter(({ problem }) => problem !== null).length
  const reason = isSaving
    ? 'They are being saved.'
    : wrong > 0
      ? `${formatPlural(wrong, 'value')} cannot be used.`
      : changed === 0
        ? 'Nothing is changed.'
        : null
  const commands = useMemo(
    () => [{ id: 'save-settings', keys: 'Ctrl+s', label: 'Save the changes', group: 'Settings', run: () => void save() }],
    [save],
  )
  useCommands(reason === null ? commands : NO_COMMANDS)
  return (
    <div className={classes(styles.save, changed + wrong > 0 && styles.due)}>
      <p role="status">
        {wrong > 0
          ? `${formatPlural(wrong, 'value')} cannot be used yet.`
          : changed === 0
            ? 'Change a value to see what it would flag. Nothing is kept before you save.'
            : `${formatPlural(changed, 'change is', 'changes are')} not saved.`}
      </p>
      <Button onPress={() => void discard()} disabledReason={changed + wrong === 0 ? 'Nothing is changed.' : null} focusName="discard">
        Discard
      </Button>
      <Button variant="primary" onPress={() => void save()} disabledReason={reason} focusName="save">
        Save changes
      </Button>
    </div>
  )
}

const NO_COMMANDS = [] as const

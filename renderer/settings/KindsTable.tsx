/** Kinds of contribution and their modes of work. Those nobody has placed stand first. */
import { useId } from 'react'
import { Button } from '../components/Button.tsx'
import table from '../components/Table.module.css'
import { classes } from '../components/classes.ts'
import type { Setting } from './answers.ts'
import styles from './KindsTable.module.css'
import { type Draft, draftOf, type Drafts, isDefault, kindsOf, type KindSettings, readNumber } from './setting-drafts.ts'
import { SettingField } from './SettingField.tsx'

interface Props {
  settings: readonly Setting[]
  drafts: Drafts
  onDraft: (setting: Setting, draft: Draft) => void
}

export function KindsTable({ settings, drafts, onDraft }: Props) {
  const kinds = kindsOf(settings)
  const unplaced = kinds.filter(({ isUnplaced }) => isUnplaced).length
  return (
    <>
      <p className={styles.lead}>
        {unplaced > 0 &&
          `${unplaced === 1 ? '1 kind in your files is' : `${unplaced} kinds in your files are`} not placed yet and ${unplaced === 1 ? 'counts' : 'count'} towards no mode of work. `}
        Hours are asked only where no hours are recorded. Changes here show after a new analysis.
      </p>
      <div className={styles.wrap} tabIndex={0} role="group" aria-label="Kinds of contribution">
        <table className={classes(table.table, styles.table)}>
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col">Mode of work</th>
              <th scope="col">Typical hours</th>
              <th scope="col" title="Whether somebody who does it knows what it touches">
                Changes an artifact
              </th>
              <th scope="col">
                <span className="visually-hidden">Default</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(kind => (
              <KindRow key={kind.kind} kind={kind} drafts={drafts} onDraft={onDraft} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function KindRow({
  kind: { kind, mode, weightHours, changesArtifact, isUnplaced },
  drafts,
  onDraft,
}: { kind: KindSettings } & Omit<Props, 'settings'>) {
  const all = [mode, weightHours, changesArtifact]
  const isOwn = all.some(setting => !isDefault(setting, drafts[setting.setting]?.value ?? setting.value))
  const isDrafted = all.some(({ setting }) => drafts[setting])
  const problem = drafts[weightHours.setting]?.problem ?? null
  const name = kind.replaceAll('_', ' ')
  return (
    <tr className={classes(isDrafted && styles.changed)}>
      <th scope="row">
        {name}
        {isUnplaced && <span className={styles.unplaced}>not placed</span>}
        {problem !== null && (
          <span role="status" className={styles.problem}>
            {problem}
          </span>
        )}
      </th>
      {all.map(setting => (
        <td key={setting.setting}>
          <KindField setting={setting} drafts={drafts} onDraft={onDraft} />
        </td>
      ))}
      <td className={styles.reset}>
        {isOwn && (
          <Button
            variant="quiet"
            label={`Reset: ${name}`}
            onPress={() => all.forEach(setting => onDraft(setting, draftOf(setting.default)))}
            focusName={`reset:${kind}`}
          >
            Reset
          </Button>
        )}
      </td>
    </tr>
  )
}

function KindField({ setting, drafts, onDraft }: { setting: Setting } & Omit<Props, 'settings'>) {
  const id = useId()
  const { form } = setting
  return (
    <SettingField
      id={id}
      setting={setting}
      label={setting.label}
      draft={drafts[setting.setting] ?? draftOf(setting.value)}
      onText={text => form.kind === 'number' && onDraft(setting, readNumber(text, form))}
      onValue={value => onDraft(setting, draftOf(value))}
    />
  )
}

/** One setting: what it is, why it stands where it does, and the field to change it, with the flags that makes. */
import { useId } from 'react'
import { Button } from '../components/Button.tsx'
import { classes } from '../components/classes.ts'
import type { Setting, SettingCounts } from './answers.ts'
import { notLiveWords } from './count-words.ts'
import { Change } from './FlagCounts.tsx'
import { type Draft, draftOf, isDefault, readNumber, readTitles, valueText } from './setting-drafts.ts'
import { SettingField } from './SettingField.tsx'
import styles from './SettingRow.module.css'

interface Props {
  setting: Setting
  draft: Draft | undefined
  counts: SettingCounts | null
  onDraft: (setting: Setting, draft: Draft) => void
}

export function SettingRow({ setting, draft, counts, onDraft }: Props) {
  const id = useId()
  const { label, unit, reason, form, value } = setting
  const shown = draft?.value ?? value
  const isWide = form.kind === 'titles'
  return (
    <div className={classes(styles.row, draft && styles.changed, isWide && styles.wide)}>
      <div className={styles.words}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <p id={`${id}-reason`} className={styles.reason}>
          {reason}
        </p>
        <Facts setting={setting} shown={shown} />
      </div>
      <div className={styles.field}>
        <SettingField
          id={id}
          setting={setting}
          draft={draft ?? draftOf(value)}
          describedBy={`${id}-reason ${id}-problem`}
          onText={text => {
            if (form.kind === 'number') onDraft(setting, readNumber(text, form))
            if (form.kind === 'titles') onDraft(setting, readTitles(text))
          }}
          onValue={next => onDraft(setting, draftOf(next))}
        />
        {unit !== '' && <span className={styles.unit}>{unit}</span>}
        {(!isDefault(setting, shown) || (draft && draft.problem !== null)) && (
          <Button
            variant="quiet"
            label={`Reset: ${label}`}
            onPress={() => onDraft(setting, draftOf(setting.default))}
            focusName={`reset:${setting.setting}`}
          >
            Reset
          </Button>
        )}
      </div>
      <p id={`${id}-problem`} className={styles.problem} role="status">
        {draft?.problem}
      </p>
      {draft && draft.problem === null && <Effect setting={setting} counts={counts} />}
    </div>
  )
}

function Facts({ setting, shown }: { setting: Setting; shown: Setting['value'] }) {
  const { form, inResult } = setting
  const words = [
    form.kind === 'titles' ? null : `default ${valueText(setting.default)}`,
    form.kind === 'number' ? `${valueText(form.minimum)} to ${valueText(form.maximum)}` : null,
    setting.countsLive ? null : 'after a new analysis',
    inResult !== null && form.kind !== 'titles' && valueText(inResult) !== valueText(shown)
      ? `result made with ${valueText(inResult)}`
      : null,
  ]
  return (
    <p className={styles.facts}>
      <code>{setting.setting}</code> {words.filter(word => word !== null).join(' · ')}
    </p>
  )
}

/** What the change of this setting, with all others that are being made, does to the flags it can reach. */
function Effect({ setting, counts }: Pick<Props, 'setting' | 'counts'>) {
  if (!setting.countsLive || setting.patterns.length === 0) return <p className={styles.effect}>{notLiveWords(setting)}</p>
  const touched = counts?.patterns.filter(({ pattern }) => setting.patterns.includes(pattern)) ?? []
  return (
    <p className={styles.effect}>
      {touched.map(count => (
        <Change key={count.pattern} count={count} withLabel />
      ))}
    </p>
  )
}

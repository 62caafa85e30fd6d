/** The control for a setting of any form: number, switch, one of several, or titles. */
import { classes } from '../components/classes.ts'
import { MODE_LABEL, MODES } from '../people/modes.ts'
import type { Setting, SettingValue } from './answers.ts'
import type { Draft } from './setting-drafts.ts'
import styles from './SettingField.module.css'

interface Props {
  id: string
  setting: Setting
  draft: Draft
  describedBy?: string
  /** Where no label in sight belongs to it. */
  label?: string
  onText: (text: string) => void
  onValue: (value: SettingValue) => void
}

const modeName = (mode: string) => {
  const known = MODES.find(one => one === mode)
  return known ? MODE_LABEL[known] : 'Not placed yet'
}

export function SettingField({ id, setting, draft, describedBy, label, onText, onValue }: Props) {
  const { form } = setting
  const shared = { id, 'aria-label': label, 'aria-describedby': describedBy, 'data-focus': `setting:${setting.setting}` }
  switch (form.kind) {
    case 'number':
      return (
        <input
          {...shared}
          className={classes(styles.number, draft.problem !== null && styles.wrong)}
          inputMode={form.isWhole ? 'numeric' : 'decimal'}
          autoComplete="off"
          aria-invalid={draft.problem !== null}
          value={draft.text}
          onChange={event => onText(event.target.value)}
        />
      )
    case 'switch':
      return (
        <label className={styles.switch}>
          <input {...shared} type="checkbox" checked={draft.value === true} onChange={event => onValue(event.target.checked)} />
          <span aria-hidden="true">{draft.value === true ? 'on' : 'off'}</span>
        </label>
      )
    case 'choice':
      return (
        <select {...shared} className={styles.select} value={draft.text} onChange={event => onValue(event.target.value)}>
          {form.options.map(option => (
            <option key={option} value={option}>
              {modeName(option)}
            </option>
          ))}
        </select>
      )
    case 'titles':
      return (
        <textarea
          {...shared}
          className={classes(styles.titles, draft.problem !== null && styles.wrong)}
          rows={5}
          placeholder="One title a line"
          value={draft.text}
          onChange={event => onText(event.target.value)}
        />
      )
  }
}

/** One of several, as a chip that opens a list. */
import { Check, ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import styles from './Choice.module.css'
import { classes } from './classes.ts'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface Props<Value extends string> {
  label: string
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
  /** `chip` inside a sentence, `field` in a form. */
  look?: 'chip' | 'field'
  active?: boolean
  focusName?: string
}

export function Choice<Value extends string>({ label, options, value, onChange, look = 'chip', active = false, focusName }: Props<Value>) {
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={key => {
        const option = options.find(candidate => candidate.value === key)
        if (option) onChange(option.value)
      }}
      className={classes(styles.choice, look === 'field' && styles.wide)}
    >
      <Button className={classes(styles[look], active && styles.active)} data-focus={focusName}>
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={12} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''}>
          {options.map(option => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={styles.option ?? ''}>
              {({ isSelected }) => (
                <>
                  <Check size={14} aria-hidden="true" className={classes(styles.check, isSelected && styles.checked)} />
                  {option.label}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}

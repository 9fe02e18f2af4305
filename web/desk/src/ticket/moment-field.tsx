import { Field, Input } from '@fluentui/react-components';

interface Props {
  readonly label: string;
  /** As the browser's own field writes it, by this device's clock. */
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
}

/** A day and an hour to come. */
export function MomentField({ label, value, problem, onChange }: Props) {
  return (
    <Field label={label} {...(problem === null ? {} : { validationMessage: problem })}>
      <Input
        type="datetime-local"
        value={value}
        onChange={(_event, data) => {
          onChange(data.value);
        }}
      />
    </Field>
  );
}

/** At this hour of the next weekday, as the field writes it. */
export function nextWeekday(hour: number): string {
  const day = new Date();
  do day.setDate(day.getDate() + 1);
  while (day.getDay() === 0 || day.getDay() === 6);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}T${two(hour)}:00`;
}

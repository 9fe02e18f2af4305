import { Field, Input } from '@fluentui/react-components';

/** A day, as the browser lets one pick it. */
export function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  return (
    <Field label={label}>
      <Input
        type="date"
        value={value}
        onChange={(_event, { value: day }) => {
          onChange(day);
        }}
      />
    </Field>
  );
}

import { Field, SpinButton } from '@fluentui/react-components';

const MOST = 600;

/** Minutes, by hand or with the arrows. */
export function MinutesField({
  label,
  least,
  minutes,
  onChange,
}: {
  readonly label: string;
  readonly least: number;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}) {
  return (
    <Field label={label}>
      <SpinButton
        value={minutes}
        min={least}
        max={MOST}
        step={5}
        onChange={(_event, data) => {
          const given = data.value ?? Number.parseInt(data.displayValue ?? '', 10);
          onChange(Math.min(MOST, Math.max(least, Number.isNaN(given) ? least : given)));
        }}
      />
    </Field>
  );
}

import { Button } from "@/ui/button";
import { NativeSelect } from "@/ui/form/native-select";
import { Icon } from "@/ui/icon";

export type FilterSelect = {
  /** The name of the condition in the address. */
  name: string;
  label: string;
  current: string | undefined;
  options: readonly { value: string; label: string }[];
};

type Props = {
  action: string;
  label: string;
  any: string;
  button: string;
  selects: readonly FilterSelect[];
  /** Conditions of the list that stay. */
  keep: Readonly<Record<string, string>>;
};

/** The conditions a list offers. A plain form that opens without any script: the address is the state. */
export function FilterMenu({ action, label, any, button, selects, keep }: Props) {
  return (
    <details className="relative print:hidden">
      <summary className="inline-flex h-10 cursor-pointer list-none items-center gap-1.5 rounded-md border border-line-strong bg-raised px-3 font-strong whitespace-nowrap shadow-control hover:bg-hover sm:h-8 [&::-webkit-details-marker]:hidden">
        <Icon name="list-filter" size="sm" />
        {label}
      </summary>
      <form
        action={action}
        className="absolute start-0 top-full z-10 mt-1 grid w-64 gap-3 rounded-lg border border-line-strong bg-raised p-4 shadow-float sm:start-auto sm:end-0"
      >
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {selects.map((select) => (
          <div key={select.name} className="grid gap-1">
            <label htmlFor={`filter-${select.name}`} className="text-xs text-ink-2">
              {select.label}
            </label>
            <NativeSelect id={`filter-${select.name}`} name={select.name} defaultValue={select.current ?? ""}>
              <option value="">{any}</option>
              {select.options.map(({ value, label: word }) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </NativeSelect>
          </div>
        ))}
        <Button type="submit" variant="primary">
          {button}
        </Button>
      </form>
    </details>
  );
}

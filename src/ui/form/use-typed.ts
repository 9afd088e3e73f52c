"use client";

import { useRef } from "react";
import { get, type RegisterOptions, useFormContext } from "react-hook-form";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What was typed or chosen before the page answered to events; undefined where the control stands as it was sent. */
export function typedBefore(element: Control): string | boolean | undefined {
  if (element instanceof HTMLSelectElement) {
    const options = [...element.options];
    const sent = options.find((option) => option.defaultSelected) ?? options[0];
    return element.value === sent?.value ? undefined : element.value;
  }
  if (element instanceof HTMLInputElement && element.type === "checkbox") {
    return element.checked === element.defaultChecked ? undefined : element.checked;
  }
  if (element instanceof HTMLInputElement && element.type === "radio") {
    // The first of a group answers for all: registering it writes the default over the others.
    const group = element.form?.elements.namedItem(element.name);
    const radios = group instanceof RadioNodeList ? [...group] : [element];
    const chosen = radios.find((radio) => radio instanceof HTMLInputElement && radio.checked && !radio.defaultChecked);
    return chosen instanceof HTMLInputElement ? chosen.value : undefined;
  }
  return element.value === element.defaultValue ? undefined : element.value;
}

/**
 * Registers a control with the form around it, and keeps what was typed before the form woke up: the form library alone would
 * write its default over it.
 */
export function useTyped(name: string, options?: RegisterOptions) {
  const { register, setValue, formState } = useFormContext();
  const awake = useRef(false);
  const { ref, ...rest } = register(name, options);
  // The library looks a path up without a type.
  const initial = get(formState.defaultValues, name) as unknown;
  return {
    initial,
    attributes: {
      ...rest,
      ref(element: Control | null) {
        const typed = element && !awake.current ? typedBefore(element) : undefined;
        ref(element);
        if (element) awake.current = true;
        if (typed !== undefined) setValue(name, typed, { shouldDirty: true });
      },
    },
  };
}

/** A default as the text of a control; undefined where it is empty, so that a choice made early stands. */
export function initialText(initial: unknown): string | undefined {
  return initial === undefined || initial === null || initial === "" ? undefined : String(initial);
}

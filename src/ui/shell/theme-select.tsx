"use client";

import type { ReactNode } from "react";
import { QuietSelect } from "@/ui/shell/quiet-select";
import { type Theme, themeAttribute, themeCookie, themeOf, themes } from "@/ui/shell/theme";

const aYear = 60 * 60 * 24 * 365;

function applyTheme(theme: Theme) {
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${aYear}; samesite=lax`;
  const attribute = themeAttribute(theme);
  if (attribute) document.documentElement.dataset.theme = attribute;
  else delete document.documentElement.dataset.theme;
}

export type ThemeSelectProps = { current: Theme; label: string; icon: ReactNode; names: Record<Theme, string> };

export function ThemeSelect({ current, label, icon, names }: ThemeSelectProps) {
  return (
    <QuietSelect
      label={label}
      icon={icon}
      name="theme"
      current={current}
      options={themes.map((theme) => ({ value: theme, name: names[theme] }))}
      onChange={(value) => applyTheme(themeOf(value))}
    />
  );
}

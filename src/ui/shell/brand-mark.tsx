import { Icon } from "@/ui/icon";

export type BrandLogo = { readonly digest: string; readonly width: number; readonly height: number };

/** A logo that is wider than this says the name itself. */
const wide = 2;

/** The picture at a height of ours; it stands on white, because few logos are drawn for a dark ground. */
export function Logo({ logo, name }: { logo: BrandLogo; name: string }) {
  return (
    <span className="inline-flex max-w-full shrink-0 rounded-sm bg-[#fff] p-0.5">
      <img
        src={`/brand/${logo.digest}`}
        alt={name}
        width={logo.width}
        height={logo.height}
        className="h-5.5 w-auto max-w-44 object-contain"
      />
    </span>
  );
}

/** Whose portal this is: logo and name, with which portal it is below. */
export function BrandMark({
  organisation,
  logo,
  portal,
}: {
  organisation: string;
  logo: BrandLogo | null;
  portal: string;
}) {
  if (logo && logo.width > logo.height * wide)
    return (
      <span className="grid min-w-0 gap-0.5">
        <Logo logo={logo} name={organisation} />
        <span className="block truncate text-xs text-ink-3">{portal}</span>
      </span>
    );
  return (
    <>
      {logo ? (
        <Logo logo={logo} name="" />
      ) : (
        <span className="grid size-6.5 shrink-0 place-items-center rounded-md bg-accent text-on-accent">
          <Icon name="triangle" />
        </span>
      )}
      <span className="min-w-0">
        <span className="block truncate leading-4.5 font-strong">{organisation}</span>
        <span className="block truncate text-xs text-ink-3">{portal}</span>
      </span>
    </>
  );
}

import pg from "pg";
import words from "../../messages/en/signIn.json";
import { demoPassword } from "../../prisma/seed/personas";

type Persona = { email: string; name: string; role: string; organisation: string };

const roleNames = new Map(Object.entries(words.roles));

/** One sign-in per persona, as lines for the terminal; none where there are no personas. */
export function personaLines(personas: readonly Persona[]): string[] {
  if (personas.length === 0) return [];
  const rows = personas.map(({ email, name, role, organisation }) => [
    email,
    roleNames.get(role) ?? role,
    name,
    organisation,
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    ([email = "", role = "", name, organisation]) =>
      `  ${email.padEnd(widths[0] ?? 0)}  ${role.padEnd(widths[1] ?? 0)}  ${name}, ${organisation}`,
  );
  return [`Sign in as one of these with the password ${demoPassword}:`, ...lines, ""];
}

/** The people a demo database offers for signing in, one per role; none in any other database. */
export async function demoPersonas(ownerUrl: string): Promise<Persona[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set role entente_owner");
    const { rows } = await client.query<Persona>(
      "select email, name, role, organisation from identity.demo_people() order by role",
    );
    return rows;
  } finally {
    await client.end();
  }
}

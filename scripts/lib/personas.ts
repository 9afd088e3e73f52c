import pg from "pg";
import { demoPassword } from "../../prisma/seed/personas";

type Persona = { email: string; name: string; role: string; organisation: string };

/** One sign-in per persona of a demo database, as lines for the terminal; none of a real one. */
export async function personaLines(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set role entente_owner");
    const { rows } = await client.query<Persona>(
      "select email, name, role, organisation from identity.demo_people() order by role",
    );
    if (rows.length === 0) return [];
    const width = Math.max(...rows.map((row) => row.email.length));
    const lines = rows.map(
      (row) => `  ${row.email.padEnd(width)}  ${row.role.replaceAll("_", " ")}, ${row.organisation}`,
    );
    return [`Sign in with the password ${demoPassword}:`, ...lines];
  } finally {
    await client.end();
  }
}

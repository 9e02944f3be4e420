import { AdapterError } from "./errors.ts";
import type { Edition, Role, Suite } from "./model.ts";
import { departure } from "./schemas.ts";
import type { Json } from "./strict-json.ts";

/** What an adapter declares of itself. */
export interface About {
  readonly protocol: 1;
  readonly name: string;
  readonly version: string;
  readonly url?: string;
  readonly editions: readonly Edition[];
  readonly roles: readonly Role[];
  readonly features: readonly string[];
  readonly choices: Readonly<Record<string, string>>;
  /** Top-level keys of the state that it reports. */
  readonly values: readonly string[];
  /** Its own codes, and ours for them. */
  readonly codes?: Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, number | string | boolean>>;
  readonly serve?: boolean;
  readonly window?: number;
}

/** Holds a declaration against its schema; throws `AdapterError` that says where it departs. */
export function checkAbout(document: Json, who: string): About {
  const found = departure("about", document);
  if (found) throw new AdapterError(`${who}: about is invalid: ${found.path || "the document"} ${found.message}`);
  return document as unknown as About;
}

/** Checks the picks of an adapter against the choices of the suite; choices of other suites are none of ours. */
export function checkChoices({ choices }: About, suite: Suite, who: string): void {
  for (const [choice, option] of Object.entries(choices)) {
    const options = Object.hasOwn(suite.choices, choice) ? suite.choices[choice]! : [option];
    if (!options.includes(option)) {
      throw new AdapterError(`${who}: about is invalid: choice ${choice} has no option "${option}"`);
    }
  }
}

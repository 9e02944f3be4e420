import { ambiguousCodes } from "../ledger/catalogue.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Problem } from "../ledger/requirement.ts";

/** What is wrong with the ledger as a whole, beyond what reading it has found. */
export function ledgerProblems(ledger: Ledger, features: readonly string[]): Problem[] {
  return [
    ...ambiguousCodes(ledger),
    ...silentBreaches(ledger),
    ...unlikeChoices(ledger),
    ...unknownFeatures(ledger, features),
  ];
}

/** Codes under which an edition binds images by a MUST and says nothing of Readers. */
function silentBreaches({ requirements }: Ledger): Problem[] {
  return requirements
    .filter(({ subject, level, untestable }) => subject === "image" && level === "MUST" && untestable === undefined)
    .flatMap((rule) =>
      rule.codes.flatMap((code) =>
        rule.editions
          .filter((edition) => !requirements.some((other) => answers(other, code, edition)))
          .map((edition) => ({
            ...rule,
            what: `${rule.id}: what a Reader of ${edition} does about ${code} is left silent`,
          })),
      ),
    );
}

function answers(other: Ledger["requirements"][number], code: string, edition: string): boolean {
  return (
    other.subject === "reader" && other.codes.includes(code) && (other.editions as readonly string[]).includes(edition)
  );
}

/** Choices of one name that do not have the same options. */
function unlikeChoices({ requirements }: Ledger): Problem[] {
  const options = new Map<string, string>();
  return requirements.flatMap((requirement) => {
    const { id, choice } = requirement;
    if (choice === undefined) return [];
    const mine = Object.keys(choice.options).sort().join(", ");
    const first = options.get(choice.name) ?? mine;
    options.set(choice.name, first);
    return first === mine ? [] : [{ ...requirement, what: `${id}: the options of ${choice.name} are ${first}` }];
  });
}

function unknownFeatures({ requirements }: Ledger, features: readonly string[]): Problem[] {
  return requirements.flatMap((requirement) =>
    requirement.needs
      .filter((need) => !features.includes(need))
      .map((need) => ({ ...requirement, what: `${requirement.id}: the suite has no feature ${need}` })),
  );
}

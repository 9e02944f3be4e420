import {
  type Case,
  citedBy,
  type Edition,
  type Image,
  nameFor,
  type Requirement,
  type Stream,
  type Suite,
} from "./model.ts";

/** Requirements that a case cites; the suite is checked, so none dangles. */
export function requirementsOf(suite: Suite, case_: Case): Requirement[] {
  return citedBy(case_).flatMap((id) => suite.requirements.get(id) ?? []);
}

/** Editions of the suite in which every requirement that the case cites holds, and that the case does not leave out. */
export function editionsOf(suite: Suite, case_: Case): Edition[] {
  const requirements = requirementsOf(suite, case_);
  return suite.editions.filter(
    (edition) =>
      requirements.every(({ editions }) => editions.includes(edition)) &&
      (case_.editions === undefined || case_.editions.includes(edition)),
  );
}

/** The image of a case in one edition: the input of a read case, the wanted octets of a write case. */
export function imageOf(suite: Suite, case_: Case, edition: Edition): Image | undefined {
  return case_.image === undefined ? undefined : suite.images.get(nameFor(case_.image, edition));
}

/** The stream of a write case in one edition. */
export function streamOf(suite: Suite, case_: Case, edition: Edition): Stream | undefined {
  return case_.stream === undefined ? undefined : suite.streams.get(nameFor(case_.stream, edition));
}

/**
 * Whether the trials of a case exist in an edition: requirements, image and case must all be of it.
 * A stream says itself which edition it is of, and is written in no other.
 */
export function existsIn(suite: Suite, case_: Case, edition: Edition): boolean {
  if (!editionsOf(suite, case_).includes(edition)) return false;
  const image = imageOf(suite, case_, edition);
  if (image && !image.editions.includes(edition)) return false;
  const of = streamOf(suite, case_, edition)?.edition;
  return of === undefined || of === edition;
}

/** Features that an adapter must declare for the trials of a case in an edition: the case's and its image's. */
export function needsOf(suite: Suite, case_: Case, edition: Edition): string[] {
  return [...new Set([...(case_.needs ?? []), ...(imageOf(suite, case_, edition)?.needs ?? [])])].sort();
}

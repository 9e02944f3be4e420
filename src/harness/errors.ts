/**
 * What stops a run before anything can be judged. All of these end `dsi` with exit status 2 and are
 * printed as one line; whatever an adapter does wrong during a run is an outcome, never an error.
 */
export class HarnessError extends Error {
  override readonly name: string = "HarnessError";
}

/** The suite folder is invalid; the message names the file, and the case where there is one. */
export class SuiteError extends HarnessError {
  override readonly name = "SuiteError";
}

/** The adapter (or the judge) cannot be started, or what it says about itself is invalid. */
export class AdapterError extends HarnessError {
  override readonly name = "AdapterError";
}

/** The request makes no sense here: an edition, role, profile or case that the suite does not know. */
export class UsageError extends HarnessError {
  override readonly name = "UsageError";
}

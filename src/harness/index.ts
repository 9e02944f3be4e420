/** The public face of the harness; other rooms import from here. */
export type { About } from "./about.ts";
export type { Certificate, CertificateResult } from "./certificate.ts";
export { type CertifyOptions, type CertifyResult, certificatesOf, certify } from "./certify.ts";
export { type Claim, readClaim } from "./claim.ts";
export { splitCommand } from "./command.ts";
export { AdapterError, HarnessError, SuiteError, UsageError } from "./errors.ts";
export type { HexRow, HexWindow } from "./hex-window.ts";
export { canonicalJson, equalJson } from "./json-compare.ts";
export type { Case, Image, Profile, Requirement, Suite } from "./model.ts";
export type { Outcome } from "./outcome.ts";
export { jsonOutput, outputFiles } from "./output.ts";
export { applyPatch, type PatchPlan, planPatch } from "./patch.ts";
export type { Report, ReportedTrial } from "./report.ts";
export { loadSuite } from "./suite.ts";
export { readSuiteFiles, type SuiteFile } from "./suite-files.ts";
export { screen, terminalLines } from "./terminal.ts";
export type { Verdict } from "./verdict.ts";

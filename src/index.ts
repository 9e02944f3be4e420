/** The package: Reader, Writer, Verifier and inventory of domain save images, and the harness that puts any of them on trial. */

export * from "./containers/index.ts";
export {
  type Certificate,
  type CertifyOptions,
  type CertifyResult,
  certify,
  HarnessError,
  loadSuite,
} from "./harness/index.ts";

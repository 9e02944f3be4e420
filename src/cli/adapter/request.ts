import type { Context, Finding, State } from "../../containers/index.ts";

/** What a harness asks for, in the words of a served request (CONTRACT 3). `edition` undefined: by content. */
export type Request =
  | { readonly do: "read" | "check"; readonly edition?: string; readonly context?: Context; readonly image: string }
  | {
      readonly do: "write";
      readonly edition?: string;
      readonly context?: Context;
      readonly stream: string;
      readonly blobs: string;
      readonly out: string;
    };

/** A finding as an adapter reports it. */
export type ReportedFinding = { readonly code: string; readonly at: number };

/** The answer to a request, in the words of a served answer. */
export type Answer =
  | { readonly outcome: "accept"; readonly value?: State; readonly findings?: readonly ReportedFinding[] }
  | {
      readonly outcome: "reject";
      readonly code?: Finding["code"];
      readonly at?: number;
      readonly findings?: readonly ReportedFinding[];
    }
  | { readonly outcome: "unsupported"; readonly what: string };

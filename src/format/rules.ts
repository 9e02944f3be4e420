/** Every rule on an image, in the order of the specification. Containers add theirs. */

import { armRules } from "./arm.ts";
import { checkpointRules } from "./checkpoints.ts";
import { compressedRules } from "./compressed-rules.ts";
import { domainHeaderRules } from "./domain-header.ts";
import { draftBRules } from "./draft-b-rules.ts";
import { hvmContextRules } from "./hvm-context.ts";
import { hvmParamsRules } from "./hvm-params.ts";
import { imageHeaderRules } from "./image-header.ts";
import { integrityRules } from "./integrity.ts";
import { legacyRules } from "./legacy/rules.ts";
import { machineRules } from "./machine.ts";
import { orderRules } from "./order.ts";
import { pageDataRules } from "./page-data.ts";
import { recordRules } from "./record-rules.ts";
import { requiresRules } from "./requires.ts";
import type { AnyRule } from "./rule.ts";
import { vcpuRecordRules } from "./vcpu-records.ts";
import { x86CommonRules } from "./x86-common.ts";
import { x86PvRules } from "./x86-pv.ts";

export const imageRules: readonly AnyRule[] = [
  ...imageHeaderRules,
  ...domainHeaderRules,
  ...recordRules,
  ...integrityRules,
  ...requiresRules,
  ...orderRules,
  ...pageDataRules,
  ...compressedRules,
  ...x86PvRules,
  ...vcpuRecordRules,
  ...x86CommonRules,
  ...hvmContextRules,
  ...hvmParamsRules,
  ...checkpointRules,
  ...armRules,
  ...machineRules,
  ...legacyRules,
  ...draftBRules,
];

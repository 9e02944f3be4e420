// Reads well and reports nothing: accept or reject, no more.
import { answer, steady } from "../adapter.mjs";

steady({ name: "quiet", values: [] }, (request) => ({ ...answer(request), value: undefined }));

// Reads well and reports nothing: accept or reject, no more.
import { answer, exec } from "../adapter.mjs";

exec({ name: "quiet", values: [] }, (request) => ({ ...answer(request), value: undefined }));

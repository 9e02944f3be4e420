// Takes the end of the input for the end of the image.
import { answer, exec } from "../adapter.mjs";

exec({ name: "truncated-ends", roles: ["reader", "verifier"] }, (request) => answer(request, { truncatedEnds: true }));

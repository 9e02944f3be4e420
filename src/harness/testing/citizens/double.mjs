// Reads 64-bit integers as doubles.
import { answer, steady } from "../adapter.mjs";

steady({ name: "double", roles: ["reader", "verifier"] }, (request) => answer(request, { double: true }));

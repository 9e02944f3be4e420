// Reads 64-bit integers as doubles.
import { answer, exec } from "../adapter.mjs";

exec({ name: "double", roles: ["reader", "verifier"] }, (request) => answer(request, { double: true }));

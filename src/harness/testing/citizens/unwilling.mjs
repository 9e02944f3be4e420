// Declares everything and supports nothing.
import { steady } from "../adapter.mjs";

steady({ name: "unwilling" }, () => ({ outcome: "unsupported" }));

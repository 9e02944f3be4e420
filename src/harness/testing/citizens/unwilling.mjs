// Declares everything and supports nothing.
import { exec } from "../adapter.mjs";

exec({ name: "unwilling" }, () => ({ outcome: "unsupported" }));

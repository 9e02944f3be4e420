// Rejects whatever it is given, and says nothing about it.
import { exec } from "../adapter.mjs";

exec({ name: "reject-all" }, () => ({ outcome: "reject" }));

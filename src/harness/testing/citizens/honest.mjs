// Does what the protocol says, one program for each request.
import { exec } from "../adapter.mjs";

exec();

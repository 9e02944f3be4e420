#!/usr/bin/env node
import { dispatch } from "./program.ts";

await dispatch(process.argv);

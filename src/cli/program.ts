import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { endingOf, FAULT } from "./ending.ts";
import { oneLine } from "./finding-text.ts";
import { packageRoot } from "./package-root.ts";
import { armSignals } from "./signals.ts";
import { complain } from "./terminal.ts";

const EDITIONS = ["legacy", "draft-b", "v2", "v3", "v4-draft"];
const CONTAINERS = ["none", "libxl", "xl", "libvirt", "xenopsd"];
const CODECS = ["none", "word-delta", "gzip", "zstd", "lz4"];
const IMAGE = "an image, - for standard input";

/** Runs one command line; the process ends with its exit status. A command's module is loaded when it is called. */
export async function dispatch(argv: readonly string[]): Promise<void> {
  armSignals();
  process.once("uncaughtException", (error) => {
    complain(endingOf(error).line);
    process.exit(FAULT);
  });
  try {
    await program().parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0 && error.code !== "commander.help") adviseHelp(argv);
    process.exitCode = error.exitCode === 0 ? 0 : FAULT;
  }
}

/** After a command line that cannot be understood: where it is told what can be. */
function adviseHelp([, , verb]: readonly string[]): void {
  const known = program().commands.some((command) => command.name() === verb);
  complain(`next: dsi ${known ? `${verb} ` : ""}--help tells what there is`);
}

/** Runs a command to its end: its exit status, or the line and the status that its error means, said of `subject`. */
async function settle(subject: string | undefined, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const { line, status } = endingOf(error, subject);
    complain(line);
    process.exitCode = status;
  }
}

function program(): Command {
  const dsi = new Command("dsi")
    .description("Xen domain save images: look into them, verify them, certify what reads and writes them.")
    .exitOverride()
    // What was typed may come from a list of files that others have named.
    .configureOutput({ outputError: (text, write) => write(text.split("\n").map(oneLine).join("\n")) })
    .version(version(), "-V, --version", "print the version")
    .addHelpText(
      "after",
      "\nExit status: 0 yes, 1 no, 2 the command line or the machine is at fault, 3 not supported here.",
    );
  addLooking(dsi);
  addMachines(dsi);
  addCertify(dsi);
  addCertificates(dsi);
  addReduce(dsi);
  addSpecification(dsi);
  addAdapter(dsi);
  addShell(dsi);
  return dsi;
}

function version(): string {
  return JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")).version;
}

function addLooking(dsi: Command): void {
  reading(dsi.command("inspect"), "list the layers and records of images, or show a part of one")
    .argument("<image...>", IMAGE)
    .option("--tree", "show containers, records and fields as a tree")
    .option("--map", "draw the guest's memory: what kind of page stands where")
    .option("--hex <range>", "show octets: 0x10..0x40, 0x10+48, 0x10, or by name: rec[3], lxl[1], domain")
    .option("--record <n>", "show all fields of a record, and its first octets: 3 or rec[3], lxl[1], part[4]")
    .option("--extract <n>", "write the body of a record to standard output")
    .option("--jsonl", "print JSON Lines while the image arrives: layers, records, the end")
    .option(
      "--web [port]",
      "serve the inspector with the image in it, or with two side by side, to this computer",
      count,
    )
    .action((images, options) =>
      settle(undefined, async () => (await import("./inspect.ts")).inspect(images, options)),
    );
  reading(dsi.command("verify"), "report every departure of images from the specification")
    .argument("<image...>", IMAGE)
    .action((images, options) => settle(undefined, async () => (await import("./verify.ts")).verify(images, options)));
  reading(dsi.command("read"), "print the state of the machine that an image holds, or write its stream document")
    .argument("<image>", IMAGE)
    .option("--stream <file>", "write the stream that `dsi write` makes the image from, - for standard output")
    .option("--blobs <dir>", "folder of the stream's blobs (default: blobs beside the stream)")
    .action((image, options) => settle(image, async () => (await import("./read.ts")).read(image, options)));
  walking(dsi.command("diff"), "tell what sets two images apart, whatever their editions and containers")
    .argument("<a>", IMAGE)
    .argument("<b>", IMAGE)
    .option("--json", "print JSON")
    .option("--machine", "compare the machines alone: what is restored, and neither headers nor records")
    .action((a, b, options) => settle(undefined, async () => (await import("./diff.ts")).diff(a, b, options)));
  walking(dsi.command("extract"), "take memory or a record out of an image")
    .argument("<image>", IMAGE)
    .option("--elf <out>", "memory and vCPUs as an ELF core, for gdb and readelf")
    .option("--raw <out>", "memory as it lies: each page at its guest-physical address, holes left as holes")
    .option("--record <n>", "the body of a record, into the file after it: 3 or rec[3] of the image, lxl[1], part[4]")
    .argument("[out]", "the file for --record, - for standard output")
    .action((image, out, options) =>
      settle(image, async () => (await import("./extract.ts")).extract(image, out, options)),
    );
  dsi
    .command("write")
    .description("write the image that a stream document describes")
    .argument("<stream>", "a stream document in JSON, - for standard input")
    .argument("<out>", "the image, - for standard output")
    .option("--blobs <dir>", "folder of the stream's blobs (default: blobs beside the stream)")
    .action((stream, out, options) =>
      settle(stream, async () => (await import("./write.ts")).write(stream, out, options)),
    );
  reading(dsi.command("convert"), "write the machine that an image holds as another edition, or in another container")
    .argument("<in>", IMAGE)
    .argument("<out>", "the image to write, - for standard output")
    .addOption(new Option("--to <edition>", "edition of the image to write").choices(EDITIONS).makeOptionMandatory())
    .addOption(new Option("--container <kind>", "what to put around it (default: what it has)").choices(CONTAINERS))
    .option(
      "--config <file>",
      "what a new container says of the domain: JSON for xl, XML for libvirt, the fields of Xenops for xenopsd",
    )
    .addOption(
      new Option("--codec <codec>", "what page data is under, in v4-draft (default: what it is under)").choices(CODECS),
    )
    .option(
      "--checksum <sums>",
      "none, record, image, or record,image; =crc32, =crc32c or =sha256 says by what (default: what it has)",
    )
    .action((image, out, options) =>
      settle(image, async () => (await import("./convert.ts")).convert(image, out, options)),
    );
}

function addMachines(dsi: Command): void {
  const URI =
    "where domains are: v86:GUEST, qemu:GUEST OPTIONS, qemu:OPTIONS, qemu+unix:/path/to/qmp, xen:DOMID; no GUEST where none is meant";
  dsi
    .command("domains")
    .description("list the guests that can be saved")
    .argument("<uri>", URI)
    .action((uri) => settle(undefined, async () => (await import("./domains.ts")).domains(uri)));
  dsi
    .command("save")
    .description("start a guest, let it run, and save it into an image; of xen:, save a domain that runs")
    .argument("<uri>", URI)
    .argument("<out>", "the image, - for standard output")
    .addOption(
      new Option(
        "--edition <edition>",
        "edition of the image: v3 for a domain of Xen, which of others has memory and registers and no devices; v4-draft for these",
      ).choices(EDITIONS),
    )
    .addOption(
      new Option(
        "--container <container>",
        "what is around the image of a domain of Xen: a file of xl, if nothing is said",
      ).choices(["none", "xl"]),
    )
    .addOption(new Option("--codec <codec>", "what its pages are under").choices(CODECS))
    .option(
      "--checksum <sums>",
      "none, record, image, or record,image; =crc32, =crc32c or =sha256 says by what (default: record)",
    )
    .option("--live", "send its memory while it runs, and pause it only for the rest")
    .option("--after <ticks>", "let it run so long first; its timer ticks 100 times a second", count, 100)
    .action((uri, out, options) => settle(undefined, async () => (await import("./save.ts")).save(uri, out, options)));
  dsi
    .command("restore")
    .description("restore a guest from an image, let it run on, and check it")
    .argument("<image>", IMAGE)
    .argument("<uri>", URI)
    .option("--for <ticks>", "let it run so long", count, 100)
    .option("--wait", "let a guest that does not count run until it ends")
    .action((image, uri, options) =>
      settle(image, async () => (await import("./restore.ts")).restore(image, uri, options)),
    );
  dsi
    .command("migrate")
    .description("move a running guest to another place, where it carries on: exactly one of both sides runs it")
    .argument("<from>", `${URI}; listen:HOST:PORT or - (standard input and output) to take a guest from a sender`)
    .argument("<to>", "a place as above for one that is received; tcp:HOST:PORT, exec:COMMAND or - to send it there")
    .option("--after <ticks>", "let it run so long first; its timer ticks 100 times a second", count, 100)
    .option("--rounds <n>", "send its memory at most so often while it runs, then pause it", positiveInteger, 8)
    .addOption(new Option("--codec <codec>", "what its pages are under on the way").choices(CODECS))
    .option(
      "--checksum <sums>",
      "sums over what is sent: none, record, image or both with a comma, each with =ALGORITHM",
    )
    .option(
      "--checkpoint <ms>",
      "keep it running here, and the receiver up to date so often: it takes over from there",
      interval,
    )
    .option("--for <ticks>", "let it run so long where it ends up; with --checkpoint first so long here", count, 100)
    .option("--wait", "let a guest that does not count run there until it ends; with --checkpoint, here")
    .option("--timeout <seconds>", "give the other side up once nothing has moved for so long", positive, 30)
    .option("--max-memory <MiB>", "take no guest with more memory (default: what this machine has)", positiveInteger)
    .option("--listen-anywhere", "listen where others than this machine can reach it")
    .option("--tls-cert <file>", "our certificate: with TLS each side proves who it is")
    .option("--tls-key <file>", "its key")
    .option("--tls-ca <file>", "whom to take the other side's certificate from")
    .option("--json", "print JSON")
    .action((from, to, options) =>
      settle(undefined, async () => (await import("./migrate.ts")).migrate(from, to, options)),
    );
}

function reading(command: Command, description: string): Command {
  return walking(command, description)
    .option("--deep", "check what needs a second pass of a pipe too, through a temporary file")
    .option("--json", "print JSON");
}

function walking(command: Command, description: string): Command {
  return command
    .description(description)
    .addOption(new Option("--edition <edition>", "read by this edition (default: by content)").choices(EDITIONS))
    .addOption(
      new Option("--stream-kind <kind>", "how the stream travelled")
        .choices(["plain", "remus", "colo"])
        .default("plain"),
    )
    .addOption(new Option("--channel <channel>", "which way it went").choices(["forward", "back"]).default("forward"))
    .addOption(
      new Option("--guest <kind>", "what a legacy stream holds that does not say it by itself").choices(["pv", "hvm"]),
    );
}

function addCertify(dsi: Command): void {
  dsi
    .command("certify")
    .description("run a conformance suite against an implementation and say whether it conforms")
    .option(
      "--adapter <command>",
      "the implementation's adapter, or a declaration file in JSON (default: the reference)",
      gather,
    )
    .option("--matrix", "put several implementations side by side: --adapter for each")
    .option("--suite <dir>", "the suite (default: the one that comes with dsi)")
    .option("--edition <edition>", "only this edition (may be repeated)", gather)
    .option("--role <role>", "only this role: reader, writer or verifier (may be repeated)", gather)
    .option("--profile <profile>", "certify for this profile of the suite")
    .option("--out <dir>", "write claim.json, certificates, report.html and junit.xml there")
    .option("--known <file>", "known departures, in JSON: they are expected, and reported once they are gone")
    .option("--from <claim>", "judge the answers that a claim holds instead of running an adapter")
    .option("--shard <i/n>", "run only this part of the suite; the claims of all n parts are put together by --merge")
    .option("--merge <claim...>", "judge the claims of all shards as if one run had made them")
    .option("--sign <key>", "sign the certificates in --out with this private key (PEM: Ed25519 or ECDSA)")
    .option("--subject <file>", "the program that was put on trial, named by digest in what is signed", gather)
    .option("--timeout <seconds>", "time for one trial (default: 10)", positive)
    .option("--jobs <n>", "trials at a time", positiveInteger)
    .option("--judge <command>", "adapter that judges what writers write where any octets of equal state will do")
    .option("--only <case>", "only this case")
    .option("--json", "print JSON")
    .action((options) => settle(undefined, async () => (await import("./certify.ts")).certify(options)));
}

function addCertificates(dsi: Command): void {
  const certificate = dsi.command("certificate").description("look after certificates");
  certificate
    .command("verify")
    .description("say whether a certificate is what it claims: its signature, and its verdict by the raw answers")
    .argument("<file>", "a certificate, or a signed statement of one")
    .option("--key <file>", "the public key it has to be signed with (PEM)")
    .option("--claim <file>", "compute the verdict again from the claim it was made of")
    .option("--suite <dir>", "the suite (default: the one that comes with dsi)")
    .option("--json", "print JSON")
    .action((file, options) =>
      settle(file, async () => (await import("./certificate/index.ts")).verifyCertificate(file, options)),
    );
  certificate
    .command("badge")
    .description("draw a badge that says what certificates say")
    .argument("<file...>", "certificates")
    .requiredOption("--out <file>", "the picture in SVG, - for standard output")
    .action((files, options) =>
      settle(undefined, async () => (await import("./certificate/index.ts")).badge(files, options.out)),
    );
  dsi
    .command("suite")
    .description("write a suite as plain files with a manifest, to be released or mirrored")
    .argument("<out>", "the folder, which must not be there")
    .option("--suite <dir>", "the suite (default: the one that comes with dsi)")
    .action((out, options) => settle(out, async () => (await import("./suite.ts")).releaseSuite(out, options)));
  dsi
    .command("claims")
    .description("look after a repository of claims")
    .command("check")
    .description("say of every claim in a folder whether it is sound, and what it earns")
    .argument("<dir>", "the folder: NAME.claim.json or .gz, signed statements as NAME.*.dsse.json, NAME.pub.pem")
    .option("--suite <dir>", "the suite (default: the one that comes with dsi)")
    .option("--json", "print JSON")
    .action((folder, options) =>
      settle(undefined, async () => (await import("./certificate/index.ts")).checkClaims(folder, options)),
    );
}

function addReduce(dsi: Command): void {
  dsi
    .command("reduce")
    .description("shrink an image on which two implementations differ to a small one that still shows it")
    .argument("<image>", "an image")
    .requiredOption("--adapter <command>", "an implementation's adapter; twice", gather)
    .requiredOption("--out <file>", "the small image")
    .addOption(
      new Option("--role <role>", "what both are asked as (default: reader where both are)").choices([
        "reader",
        "verifier",
      ]),
    )
    .addOption(new Option("--edition <edition>", "of this edition (default: by the image's version)").choices(EDITIONS))
    .addOption(
      new Option("--stream-kind <kind>", "how the stream travelled")
        .choices(["plain", "remus", "colo"])
        .default("plain"),
    )
    .addOption(new Option("--channel <channel>", "which way it went").choices(["forward", "back"]).default("forward"))
    .option("--timeout <seconds>", "time for one answer (default: 10)", positive)
    .action((image, options) => settle(image, async () => (await import("./reduce.ts")).reduce(image, options)));
}

function addSpecification(dsi: Command): void {
  dsi
    .command("site")
    .description("make a site of the specification: chapters, codes, structures, and how implementations stand")
    .option("--out <dir>", "write it there; it opens from a file system")
    .option("--serve [port]", "serve it to this computer", count)
    .option("--claims <dir>", "claims whose verdicts are shown (default: those that come with dsi)")
    .option("--reviews", "add a review of each edition against the one before it")
    .action((options) => settle(undefined, async () => (await import("./site.ts")).site(options)));
  dsi
    .command("review")
    .description("say what a change does to requirements, wire, stored images and certificates")
    .argument("<old>", "an edition, a revision, or a folder")
    .argument("<new>", "the same")
    .option("--json", "print JSON")
    .option("--markdown", "print Markdown, for a comment on a change")
    .option("--html <file>", "write a page with both texts side by side")
    .action((old, now, options) =>
      settle(undefined, async () => (await import("./review.ts")).review(old, now, options)),
    );
}

function addAdapter(dsi: Command): void {
  const adapter = dsi
    .command("adapter")
    .description("the reference implementation as an adapter (conformance/README.md)");
  const exec = async () => await import("./adapter/exec.ts");
  adapter
    .command("about")
    .description("print what the reference is and takes part in")
    .action(() => settle(undefined, async () => (await import("./adapter/about.ts")).printAbout()));
  for (const verb of ["read", "check"] as const) {
    adapter
      .command(verb)
      .description(verb === "read" ? "restore an image and print its state" : "verify an image and print its findings")
      .argument("<image>", "an image")
      .action((image) => settle(image, async () => (await exec()).exec({ do: verb, image })));
  }
  adapter
    .command("write")
    .description("write the image that a stream document describes")
    .argument("<stream>", "a stream document in JSON, its blobs in the folder blobs beside it")
    .argument("<out>", "the image")
    .action((stream, out) =>
      settle(stream, async () => {
        const { exec: run, writeRequest } = await exec();
        return run(writeRequest(stream, out));
      }),
    );
  adapter
    .command("serve")
    .description("answer requests, one JSON object a line, until standard input ends")
    .action(() => settle(undefined, async () => (await import("./adapter/serve.ts")).serve()));
}

function addShell(dsi: Command): void {
  const shell = async () => await import("./shell/index.ts");
  dsi
    .command("completion")
    .description("print completions for a shell, to be sourced by it")
    .addArgument(new Argument("<shell>", "the shell").choices(["bash", "zsh", "fish"]))
    .action((name) => settle(undefined, async () => (await shell()).completion(name, dsi)));
  dsi
    .command("man")
    .description("print the manual page: dsi man | man -l -")
    .action(() => settle(undefined, async () => (await shell()).manual(dsi)));
}

function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError("It must be a number above 0.");
  return value;
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

/** Milliseconds that a lease has room for. */
function interval(text: string): number {
  const value = positiveInteger(text);
  if (value > 1000) throw new InvalidArgumentError("It must be 1000 at most.");
  return value;
}

function positiveInteger(text: string): number {
  const value = positive(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError("It must be a whole number.");
  return value;
}

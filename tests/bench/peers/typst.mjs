// node typst.mjs TOOLS BOOK.typ PROGRAM.json OUT.pdf
// Typst's own compiler as a Node module; TOOLS is where setup-peers put it and the fonts.
import { createRequire } from "module";
import fs from "fs";
import path from "path";

const [tools, book, program, out] = process.argv.slice(2).map((name) => path.resolve(name));
const require = createRequire(tools + "/");
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
const fonts = [{ fontPaths: [path.join(tools, "fonts")] }];
const compiler = NodeCompiler.create({ workspace: "/", fontArgs: fonts });
const inputs = { data: "/" + path.relative("/", program) };
const compiled = compiler.compile({ mainFilePath: book, inputs });
if (!compiled.result) {
  compiled.printErrors();
  process.exit(1);
}
fs.writeFileSync(out, compiler.pdf(compiled.result));

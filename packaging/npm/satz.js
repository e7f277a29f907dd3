#!/usr/bin/env node
// Starts the program of this platform, which a package of its own holds.
"use strict";
const { spawnSync } = require("node:child_process");

const packages = {
  "linux x64": "satz-linux-x64",
  "linux arm64": "satz-linux-arm64",
  "darwin x64": "satz-darwin-x64",
  "darwin arm64": "satz-darwin-arm64",
  "win32 x64": "satz-win32-x64",
};

function program() {
  const platform = `${process.platform} ${process.arch}`;
  const name = packages[platform];
  if (!name) {
    throw new Error(`there is no satz for ${platform}; build it from source with cargo`);
  }
  const file = process.platform === "win32" ? "satz.exe" : "satz";
  try {
    return require.resolve(`@OWNER/${name}/${file}`);
  } catch {
    throw new Error(`the package @OWNER/${name} is not installed; install @OWNER/satz again, with optional dependencies`);
  }
}

try {
  const { status, signal, error } = spawnSync(program(), process.argv.slice(2), { stdio: "inherit" });
  if (error) throw error;
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status ?? 2;
} catch (error) {
  console.error(`satz: ${error.message}`);
  process.exitCode = 2;
}

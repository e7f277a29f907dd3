// What the manifest promises, the extension and the server have.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const fs = require('node:fs')
const path = require('node:path')
const Module = require('node:module')

const root = path.join(__dirname, '..')
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json')))

/** An editor that notes what is registered and asked. */
function editor() {
  const heard = { commands: {}, requests: [], schemes: [] }
  const uri = { toString: () => 'file:///w/locales/en/markt.ftl', scheme: 'file' }
  const vscode = {
    EventEmitter: class { event = () => {}; fire() {} },
    Range: class {}, Selection: class { constructor(start, end) { Object.assign(this, { start, end }) } }, ViewColumn: { Beside: -2 },
    Uri: { parse: String, from: (parts) => parts },
    env: {}, commands: { registerCommand: (name, work) => { heard.commands[name] = work; return {} } },
    window: { activeTextEditor: { document: { uri }, selection: { active: { line: 1, character: 2 } } }, setStatusBarMessage() {}, showTextDocument: async () => (heard.shown = { revealRange() {} }) },
    workspace: {
      textDocuments: [], getConfiguration: () => ({ get: () => 'satz' }), onDidChangeTextDocument: () => ({}),
      registerTextDocumentContentProvider: (scheme) => { heard.schemes.push(scheme); return {} },
      openTextDocument: async (uri) => { heard.opened = uri; return {} },
    },
  }
  class LanguageClient {
    constructor(id, name, server, options) { heard.server = server; heard.options = options }
    code2ProtocolConverter = { asUri: String, asPosition: (position) => position }
    protocol2CodeConverter = { asUri: String, asRange: (range) => range }
    async start() {}
    isRunning() { return true }
    async stop() { heard.stopped = true }
    async sendRequest(method, params) { heard.requests.push([method, params]); return { uri: 'file:///x', range: { start: { line: 7, character: 11 }, end: { line: 7, character: 12 } } } }
  }
  const load = Module._load
  Module._load = (name, ...rest) => name === 'vscode' ? vscode : name === 'vscode-languageclient/node' ? { LanguageClient } : load(name, ...rest)
  const extension = require('../extension.js')
  Module._load = load
  return { extension, heard }
}

test('every command of the manifest does what its name says', async () => {
  const { extension, heard } = editor()
  await extension.activate({ subscriptions: [] })
  assert.deepStrictEqual(heard.server, { command: 'satz', args: ['lsp'] })
  assert.deepStrictEqual(heard.schemes, ['satz'])
  const named = manifest.contributes.commands.map(({ command }) => command)
  assert.deepStrictEqual(Object.keys(heard.commands).sort(), [...named].sort())
  for (const binding of manifest.contributes.keybindings) assert.ok(named.includes(binding.command), binding.command)
  await heard.commands['satz.goToNextStale']()
  assert.deepStrictEqual({ ...heard.shown.selection }, { start: { line: 7, character: 11 }, end: { line: 7, character: 12 } })
  await heard.commands['satz.accept']()
  const [next, accept] = heard.requests.map(([, params]) => params)
  const at = { uri: 'file:///w/locales/en/markt.ftl', position: { line: 1, character: 2 } }
  assert.deepStrictEqual(next, { command: 'satz.nextStale', arguments: [at] })
  assert.deepStrictEqual(accept, { command: 'satz.apply', arguments: [{ ...at, do: 'accept' }] })
  await heard.commands['satz.showPage']()
  assert.strictEqual(heard.opened.query, at.uri)
  await extension.deactivate()
  assert.ok(heard.stopped)
})

test('the grammar names what stands in a catalog', () => {
  const grammar = JSON.parse(fs.readFileSync(path.join(root, 'syntaxes/fluent.tmLanguage.json')))
  const scopes = (line) => grammar.patterns.filter(({ match }) => match && new RegExp(match).test(line)).length
  for (const line of ['# de: Der Markt', '# missing', '### satz 1: articles/markt.md', 's7k2mq0 = The market', '-markt = market', '    .forms = markets']) assert.ok(scopes(line) > 0, line)
  assert.strictEqual(scopes('The market is open.'), 0)
})

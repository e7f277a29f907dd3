// The extension: starts `satz lsp`, shows its pages, and has keys for its commands. What it says, the server says.
'use strict'

const { EventEmitter, Range, Selection, Uri, ViewColumn, commands, env, window, workspace } = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')

/** The commands that go to a sentence, and what the server calls them. */
const NEXT = {
  'satz.goToNext': 'satz.next',
  'satz.goToNextMissing': 'satz.nextMissing',
  'satz.goToNextStale': 'satz.nextStale',
  'satz.goToNextMachineMade': 'satz.nextMachineMade',
  'satz.goToNextByRisk': 'satz.nextByRisk',
}

/** The commands that do something with the sentence at the cursor. */
const DEEDS = { 'satz.accept': 'accept', 'satz.confirm': 'confirm' }

/** The commands that show a page of the catalog. */
const PAGES = { 'satz.showPage': 'page', 'satz.showBilingual': 'bilingual' }

let client

async function start() {
  const command = workspace.getConfiguration('satz').get('path') || 'satz'
  const patterns = '**/*.{md,markdown,mdx,html,htm,txt}'
  client = new LanguageClient('satz', 'satz', { command, args: ['lsp'] }, {
    documentSelector: [{ scheme: 'file', language: 'fluent' }, { scheme: 'file', pattern: patterns }],
    initializationOptions: workspace.getConfiguration('satz'),
    synchronize: { configurationSection: 'satz' },
  })
  try {
    await client.start()
  } catch {
    const choice = await window.showErrorMessage(`\`${command}\` cannot be started. Install satz, or say in the setting \`satz.path\` where it is.`, 'Open the setting', 'How to install')
    if (choice === 'Open the setting') await commands.executeCommand('workbench.action.openSettings', 'satz.path')
    if (choice === 'How to install') await env.openExternal(Uri.parse('https://github.com/OWNER/satz#install'))
  }
}

function execute(command, argument) {
  return client.sendRequest('workspace/executeCommand', { command, arguments: [argument] })
}

/** Where the cursor is, as the server wants it. */
function here() {
  const editor = window.activeTextEditor
  if (!editor) return undefined
  return { uri: client.code2ProtocolConverter.asUri(editor.document.uri), position: client.code2ProtocolConverter.asPosition(editor.selection.active) }
}

async function goTo(command) {
  const at = here()
  const place = at && await execute(command, at)
  if (!place) return void window.setStatusBarMessage('satz: there is none', 3000)
  const document = await workspace.openTextDocument(client.protocol2CodeConverter.asUri(place.uri))
  const editor = await window.showTextDocument(document)
  const { start, end } = client.protocol2CodeConverter.asRange(place.range)
  editor.selection = new Selection(start, end)
  editor.revealRange(new Range(start, end), 2)
}

async function showPage(kind) {
  const at = here()
  if (!at) return
  const ending = kind === 'bilingual' ? 'html' : 'md'
  const uri = Uri.from({ scheme: 'satz', path: `/${kind}.${ending}`, query: at.uri })
  const document = await workspace.openTextDocument(uri)
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true })
}

/** The virtual documents of the server; pages follow what is typed. */
function pages() {
  const changed = new EventEmitter()
  const provider = {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => execute('satz.content', uri.query ? `satz://${uri.path}?${uri.query}` : `satz://${uri.path}`),
  }
  const refresh = workspace.onDidChangeTextDocument(({ document }) => {
    const shown = workspace.textDocuments.filter((page) => page.uri.scheme === 'satz' && page.uri.query === document.uri.toString())
    for (const page of shown) changed.fire(page.uri)
  })
  return [workspace.registerTextDocumentContentProvider('satz', provider), refresh]
}

async function activate(context) {
  const register = (name, work) => context.subscriptions.push(commands.registerCommand(name, work))
  for (const [name, command] of Object.entries(NEXT)) register(name, () => goTo(command))
  for (const [name, deed] of Object.entries(DEEDS)) register(name, async () => { const at = here(); if (at) await execute('satz.apply', { ...at, do: deed }) })
  for (const [name, kind] of Object.entries(PAGES)) register(name, () => showPage(kind))
  register('satz.restart', async () => { await deactivate(); await start() })
  context.subscriptions.push(...pages())
  await start()
}

async function deactivate() {
  if (client?.isRunning()) await client.stop()
}

module.exports = { activate, deactivate }

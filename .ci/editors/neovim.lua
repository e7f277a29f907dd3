-- Neovim works off fifty stale sentences: F8 goes to the next and selects the words that are old, the new ones are typed,
-- F9 accepts.
local function fail(message)
  io.stderr:write("neovim: " .. message .. "\n")
  vim.cmd("cquit 1")
end

local function wait_for(what, condition)
  if not vim.wait(15000, condition, 20) then
    fail(what .. " did not come")
  end
end

vim.opt.swapfile = false
vim.cmd("edit locales/en/plan.ftl")
local client_id = vim.lsp.start_client({ name = "satz", cmd = { os.getenv("SATZ"), "lsp" }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client_id)
local client = vim.lsp.get_client_by_id(client_id)
local encoding = "utf-16"

local function count(code)
  local found = 0
  for _, item in ipairs(vim.diagnostic.get(0)) do
    if item.code == code or (item.user_data and item.user_data.lsp and item.user_data.lsp.code == code) then
      found = found + 1
    end
  end
  return found
end

local function ask(method, params)
  local answers, problem = vim.lsp.buf_request_sync(0, method, params, 10000)
  local answer = answers and answers[client_id]
  if not answer or answer.error then
    fail(method .. ": " .. vim.inspect(problem or answer))
  end
  return answer.result
end

local function position()
  return vim.lsp.util.make_position_params(0, encoding)
end

function Next(command)
  local at = position()
  local place = ask("workspace/executeCommand", {
    command = command,
    arguments = { { uri = at.textDocument.uri, position = at.position } },
  })
  if place and place ~= vim.NIL then
    vim.lsp.util.jump_to_location(place, encoding)
    local from, to = place.range.start, place.range["end"]
    if to.character > from.character then
      vim.cmd("normal! v" .. string.rep("l", to.character - from.character - 1) .. vim.api.nvim_replace_termcodes("<C-g>", true, false, true))
    end
  end
  return place
end

function Accept()
  local params = vim.lsp.util.make_range_params(0, encoding)
  params.context = { diagnostics = {} }
  for _, action in ipairs(ask("textDocument/codeAction", params)) do
    if action.title:find("^Accept: ") then
      local edit = action.edit or ask("codeAction/resolve", action).edit
      vim.lsp.util.apply_workspace_edit(edit, encoding)
      return
    end
  end
  fail("no action accepts line " .. vim.fn.line("."))
end

vim.keymap.set("n", "<F8>", function() Next("satz.nextStale") end)
vim.keymap.set({ "n", "i" }, "<F9>", function() vim.cmd("stopinsert") Accept() end)

wait_for("what is found", function() return count("stale") > 0 end)
local stale = count("stale")
if stale ~= 50 then fail(stale .. " stale, not 50") end

vim.api.nvim_win_set_cursor(0, { 1, 0 })
Next("satz.nextStale")
local hover = ask("textDocument/hover", position())
local text = hover.contents.value or ""
if not text:find("7") or not text:find("9") or not text:find("Out of date") then
  fail("hover: " .. text)
end

vim.cmd("normal! \27")
vim.api.nvim_win_set_cursor(0, { 1, 0 })
local keys, typed = 0, 0
for _ = 1, 50 do
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes("<F8>9<F9>", true, false, true), "xt", false)
  keys, typed = keys + 2, typed + 1
end
wait_for("an end of what is stale", function() return count("stale") == 0 end)
vim.cmd("write")

local renamed = ask("textDocument/rename", {
  textDocument = { uri = vim.uri_from_bufnr(0) },
  position = { line = 0, character = 20 },
  newName = "fahrplan",
})
vim.lsp.util.apply_workspace_edit(renamed, encoding)
vim.cmd("wall")
for _, path in ipairs({ "articles/fahrplan.md", "locales/de/fahrplan.ftl", "locales/en/fahrplan.ftl", "locales/fr/fahrplan.ftl" }) do
  if vim.fn.filereadable(path) == 0 then fail(path .. " is not there") end
end
local rest = vim.fn.system({ os.getenv("SATZ"), "sync", "--check" })
if vim.v.shell_error ~= 0 then fail("not in step afterwards: " .. rest) end
print(string.format("neovim: %d sentences, %d keys besides the words\n", typed, keys))
vim.cmd("qall!")

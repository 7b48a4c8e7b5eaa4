-- Saves a new text of 600 characters again and again: task after task, table after table, each on the revision it made
-- on the last round, so that no two requests on their way want the same answer.
local wanted = dofile(os.getenv("TRIVIUM_LOAD"))
local at, turn, tried = 0, 0, false

function request()
  if not tried then  -- wrk asks for one request that it never sends
    tried = true
    return wrk.format("GET", "/about")
  end
  at = at % #wanted.pages + 1
  if at == 1 then turn = turn + 1 end
  local revision = wanted.revision + turn - 1
  local notes = string.format("%d ", revision) .. wanted.text
  local body = string.format('{"revision":%d,"notes":"%s","language":"en","then":"stay"}', revision, notes)
  return wrk.format("POST", wanted.pages[at], {["Cookie"] = wanted.cookie, ["Accept"] = "application/json", ["Content-Type"] = "application/json"}, body)
end

function done(summary, latency)
  io.write(string.format("RESULT %d %d %f %f %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), summary.errors.status + summary.errors.read + summary.errors.timeout))
end

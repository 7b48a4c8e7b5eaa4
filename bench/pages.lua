-- Reads the question pages of one table, one after the other.
local at = 0

function request()
  at = at % #pages + 1
  return wrk.format("GET", pages[at], {["Cookie"] = cookie, ["Accept"] = "text/html"})
end

local wanted = dofile(os.getenv("TRIVIUM_LOAD"))
pages, cookie = wanted.pages, wanted.cookie

function done(summary, latency)
  io.write(string.format("RESULT %d %d %f %f %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), summary.errors.status + summary.errors.read + summary.errors.timeout))
end

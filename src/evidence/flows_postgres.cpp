// Flows over the PostgreSQL protocol, row by row, and given up when the work is stopped.
#include "evidence/connecting.hpp"
#include "evidence/flows.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <charconv>
#include <memory>

namespace trivium::evidence {
namespace {

struct Close {
  void operator()(PGconn* connection) const { PQfinish(connection); }
  void operator()(PGresult* result) const { PQclear(result); }
  void operator()(PGcancel* cancel) const { PQfreeCancel(cancel); }
};
using Answer = std::unique_ptr<PGresult, Close>;
using Connection = std::unique_ptr<PGconn, Close>;

void cancel(PGconn* connection) {
  const std::unique_ptr<PGcancel, Close> request{PQgetCancel(connection)};
  std::array<char, 256> why{};
  if (request) PQcancel(request.get(), why.data(), static_cast<int>(why.size()));
}

// Waits for the next answer, asking now and then whether it is still wanted.
Answer next_answer(PGconn* connection, const measure::Work& work) {
  while (PQisBusy(connection) != 0) {
    if (work.stop.stop_requested()) {
      cancel(connection);
      throw measure::Cancelled{};
    }
    pollfd socket{.fd = PQsocket(connection), .events = POLLIN, .revents = 0};
    if (poll(&socket, 1, 100) < 0 && errno != EINTR) throw Fault{"the connection to PostgreSQL cannot be waited for"};
    if (PQconsumeInput(connection) == 0) throw Fault{PQerrorMessage(connection)};
  }
  return Answer{PQgetResult(connection)};
}

void send(PGconn* connection, const std::string& sql) {
  if (PQsendQuery(connection, sql.c_str()) == 0) throw Fault{PQerrorMessage(connection)};
}

std::string text(const PGresult* row, int column) {
  return {PQgetvalue(row, 0, column), static_cast<std::size_t>(PQgetlength(row, 0, column))};
}

}  // namespace

std::vector<Flow> flows_in_postgres(const std::string& address, const PanelTable& panel, Threshold threshold,
                                    const measure::Work& work) {
  const auto connection =
      connected<Connection>([address] { return Connection{PQconnectdb(address.c_str())}; }, work.stop);
  if (PQstatus(connection.get()) != CONNECTION_OK) throw Fault{PQerrorMessage(connection.get())};
  PQsetClientEncoding(connection.get(), "UTF8");
  // Nothing there is changed, whatever the account may do.
  send(connection.get(), "begin read only");
  while (const auto answer = next_answer(connection.get(), work)) {
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) throw Fault{PQresultErrorMessage(answer.get())};
  }
  send(connection.get(), flows_sql(panel, threshold, Dialect::postgresql));
  PQsetSingleRowMode(connection.get());
  std::vector<Flow> flows;
  while (const auto answer = next_answer(connection.get(), work)) {
    const auto status = PQresultStatus(answer.get());
    if (status == PGRES_TUPLES_OK) continue;  // the end
    if (status != PGRES_SINGLE_TUPLE) throw Fault{PQresultErrorMessage(answer.get())};
    Flow flow{.from = text(answer.get(), 0), .to = text(answer.get(), 1)};
    const auto count = text(answer.get(), 2);
    if (std::from_chars(count.data(), count.data() + count.size(), flow.count).ec != std::errc{})
      throw Fault{"PostgreSQL gave a count that is no number"};
    flows.push_back(std::move(flow));
  }
  return in_order(std::move(flows), threshold);
}

}  // namespace trivium::evidence

// Flows over ODBC.
#include "evidence/connecting.hpp"
#include "evidence/flows.hpp"

#include <sql.h>
#include <sqlext.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace trivium::evidence {
namespace {

// ODBC takes text it does not change as if it might, so it is given a text of its own.
SQLCHAR* letters(std::string& text) { return reinterpret_cast<SQLCHAR*>(text.data()); }

std::string said(SQLSMALLINT kind, SQLHANDLE handle) {
  std::array<SQLCHAR, 6> state{};
  std::array<SQLCHAR, 1'024> text{};
  SQLINTEGER number = 0;
  SQLSMALLINT length = 0;
  if (!SQL_SUCCEEDED(SQLGetDiagRec(kind, handle, 1, state.data(), &number, text.data(), text.size(), &length)))
    return "ODBC gave no reason";
  return reinterpret_cast<const char*>(text.data());
}

class Handle {
 public:
  Handle(SQLSMALLINT kind, SQLHANDLE parent) : kind_{kind} {
    if (!SQL_SUCCEEDED(SQLAllocHandle(kind, parent, &handle_))) throw Fault{"ODBC gives no handle"};
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { SQLFreeHandle(kind_, handle_); }
  SQLHANDLE get() const { return handle_; }
  void check(SQLRETURN result) const {
    if (!SQL_SUCCEEDED(result)) throw Fault{said(kind_, handle_)};
  }

 private:
  SQLSMALLINT kind_;
  SQLHANDLE handle_ = SQL_NULL_HANDLE;
};

// How long connecting may take is left to the address: some engines are woken by it, which takes minutes.
class Connected {
 public:
  explicit Connected(std::string address) {
    environment_.check(
        SQLSetEnvAttr(environment_.get(), SQL_ATTR_ODBC_VERSION, reinterpret_cast<SQLPOINTER>(SQL_OV_ODBC3), 0));
    connection_.emplace(SQL_HANDLE_DBC, environment_.get());
    // A wish only: not every driver knows it.
    (void)SQLSetConnectAttr(get(), SQL_ATTR_ACCESS_MODE, reinterpret_cast<SQLPOINTER>(SQL_MODE_READ_ONLY), 0);
    connection_->check(
        SQLDriverConnect(get(), nullptr, letters(address), SQL_NTS, nullptr, 0, nullptr, SQL_DRIVER_NOPROMPT));
  }
  Connected(const Connected&) = delete;
  Connected& operator=(const Connected&) = delete;
  ~Connected() { SQLDisconnect(get()); }
  SQLHANDLE get() const { return connection_->get(); }

 private:
  Handle environment_{SQL_HANDLE_ENV, SQL_NULL_HANDLE};
  std::optional<Handle> connection_;
};

// While the engine works, another thread asks whether it is still wanted.
class Watch {
 public:
  Watch(SQLHANDLE statement, std::stop_token stop) {
    if (!stop.stop_possible()) return;
    watching_ = std::jthread{[this, statement, stop = std::move(stop)] {
      std::unique_lock lock{ending_};
      while (!ended_.wait_for(lock, std::chrono::milliseconds{100}, [this] { return over_; })) {
        if (stop.stop_requested()) SQLCancel(statement);
      }
    }};
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch() {
    {
      const std::scoped_lock lock{ending_};
      over_ = true;
    }
    ended_.notify_all();
  }

 private:
  std::mutex ending_;
  std::condition_variable ended_;
  bool over_ = false;
  std::jthread watching_;
};

std::string text(const Handle& statement, SQLUSMALLINT column) {
  // Codes of industries are short; what is longer comes in pieces.
  std::string all;
  std::array<char, 256> piece{};
  for (;;) {
    SQLLEN length = 0;
    const auto result = SQLGetData(statement.get(), column, SQL_C_CHAR, piece.data(), piece.size(), &length);
    if (result == SQL_NO_DATA) return all;
    statement.check(result);
    if (length == SQL_NULL_DATA) return all;
    all += piece.data();
    if (result == SQL_SUCCESS) return all;
  }
}

}  // namespace

std::vector<Flow> flows_over_odbc(const std::string& address, const PanelTable& panel, Threshold threshold,
                                  Dialect dialect, const measure::Work& work) {
  const auto connection =
      connected<std::unique_ptr<Connected>>([address] { return std::make_unique<Connected>(address); }, work.stop);
  const Handle statement{SQL_HANDLE_STMT, connection->get()};
  const auto check = [&](SQLRETURN result) {
    if (work.stop.stop_requested()) throw measure::Cancelled{};
    statement.check(result);
  };
  const Watch watch{statement.get(), work.stop};
  auto sql = flows_sql(panel, threshold, dialect);
  check(SQLExecDirect(statement.get(), letters(sql), SQL_NTS));
  std::vector<Flow> flows;
  for (;;) {
    const auto fetched = SQLFetch(statement.get());
    if (fetched == SQL_NO_DATA) break;
    check(fetched);
    Flow flow{.from = text(statement, 1), .to = text(statement, 2)};
    SQLUBIGINT count = 0;
    SQLLEN length = 0;
    check(SQLGetData(statement.get(), 3, SQL_C_UBIGINT, &count, sizeof count, &length));
    flow.count = count;
    flows.push_back(std::move(flow));
  }
  return in_order(std::move(flows), threshold);
}

}  // namespace trivium::evidence

// What the two databases do differently: how a write becomes durable.
#pragma once

#include "store/store.hpp"

namespace trivium::store {

class Store::Backend {
 public:
  Backend() = default;
  virtual ~Backend() = default;
  Backend(const Backend&) = delete;
  Backend& operator=(const Backend&) = delete;
  Backend(Backend&&) = delete;
  Backend& operator=(Backend&&) = delete;

  virtual void reading(const std::function<void(Session&)>& look) = 0;
  virtual void writing(const Work& work) = 0;
  virtual void later(std::function<void(Session&)> work) = 0;
  virtual bool wipe() = 0;
  [[nodiscard]] virtual std::string begin_snapshot() const = 0;  // the words that begin a transaction seeing one moment
};

class Store::Sqlite final : public Store::Backend {
 public:
  Sqlite(const std::string& file, int readers);
  ~Sqlite() override;
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;
  Sqlite(Sqlite&&) = delete;
  Sqlite& operator=(Sqlite&&) = delete;

  void reading(const std::function<void(Session&)>& look) override;
  void writing(const Work& work) override;
  void later(std::function<void(Session&)> work) override;
  bool wipe() override;
  [[nodiscard]] std::string begin_snapshot() const override { return "begin"; }

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

class Store::Postgres final : public Store::Backend {
 public:
  Postgres(const std::string& url, int connections);
  ~Postgres() override;
  Postgres(const Postgres&) = delete;
  Postgres& operator=(const Postgres&) = delete;
  Postgres(Postgres&&) = delete;
  Postgres& operator=(Postgres&&) = delete;

  void reading(const std::function<void(Session&)>& look) override;
  void writing(const Work& work) override;
  void later(std::function<void(Session&)> work) override;
  bool wipe() override;
  [[nodiscard]] std::string begin_snapshot() const override {
    return "begin isolation level repeatable read read only";
  }

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace trivium::store

#include "api/desk.hpp"

#include "words/words.hpp"

#include <memory>
#include <semaphore>

namespace trivium::api {
namespace {

std::string type_of(document::Format format) {
  switch (format) {
    case document::Format::docx: return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case document::Format::odt: return "application/vnd.oasis.opendocument.text";
    case document::Format::pdf: return "application/pdf";
  }
  return {};
}

std::string ending_of(document::Format format) {
  switch (format) {
    case document::Format::docx: return ".docx";
    case document::Format::odt: return ".odt";
    case document::Format::pdf: return ".pdf";
  }
  return {};
}

class Desk {
 public:
  static std::unique_ptr<Desk> free_one() {
    if (!room().try_acquire()) return nullptr;
    desks().acquire();
    return std::unique_ptr<Desk>{new Desk};
  }
  ~Desk() {
    desks().release();
    room().release();
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  Desk(Desk&&) = delete;
  Desk& operator=(Desk&&) = delete;

 private:
  Desk() = default;
  static std::counting_semaphore<2>& desks() {
    static std::counting_semaphore<2> two{2};
    return two;
  }
  static std::counting_semaphore<8>& room() {
    static std::counting_semaphore<8> eight{8};
    return eight;
  }
};

}  // namespace

std::string file_name(const std::string& words) {
  std::string name;
  for (const char c : words::plain_letters(words)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) name += c;
    else if (c >= 'A' && c <= 'Z') name += static_cast<char>(c + 32);
    else if (!name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name.empty() ? "table" : name;
}

Outcome<Download> written_at_desk(const document::FilledTable& table, document::Format format,
                                  const document::Workshop& workshop, const std::string& name) {
  const auto desk = Desk::free_one();
  if (!desk) return refuse(Why::too_busy);
  auto written = document::write(table, format, workshop);
  if (!written)
    return std::unexpected{
        Refusal{.why = Why::no_document, .flaws = {}, .conflict = {}, .reason = written.error().reason}};
  return Download{.name = name + ending_of(format), .type = type_of(format), .bytes = std::move(*written)};
}

}  // namespace trivium::api

// A described record as the data of a page template.
//
// Mustache knows only "is there" and "is not", so a record brings along what a template may ask:
//   optional and empty text   false where there is nothing
//   a list `rows`             also `rows_any`
//   a number `count`          its digits, and `count_any` where it is not 0
//   an enumeration `state`    its word, and `state_<word>`
//   a date or an instant      its ISO text, `<name>_day` in the reader's words, `<name>_time` on his clock
//   a Field of a form         also `wrong`: what has to be put right there
#pragma once

#include "api/question_page.hpp"
#include "shape/json.hpp"
#include "words/words.hpp"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

namespace trivium::server {

using PageData = kainjow::mustache::data;

// How the reader wants it, and what has to be put right.
struct Reading {
  const words::Words& words;
  std::string language;
  std::string zone;  // IANA
  const shape::Flaws& flaws;

  // The sentence for the flaw at this pointer or below it.
  [[nodiscard]] std::optional<std::string> wrong_at(const std::string& pointer, bool or_below) const;
};

inline PageData an_object() { return PageData{PageData::type::object}; }

// A list built by moving: the library's own push_back copies whole trees.
class ListOfData {
 public:
  explicit ListOfData(std::size_t size) : data_{PageData::type::list} { items().reserve(size); }
  void add(PageData item) { items().push_back(std::move(item)); }
  PageData taken() { return std::move(data_); }

 private:
  // The list is ours and not const; the library only has no way to say so.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
  kainjow::mustache::list& items() { return const_cast<kainjow::mustache::list&>(data_.list_value()); }
  PageData data_;
};

template <shape::Described T>
PageData page_data(const T& record, const Reading& reading);

namespace detail {

inline PageData text_or_false(const std::string& text) {
  if (text.empty()) return PageData{false};
  return PageData{text};
}

template <class T>
void put(PageData& object, const std::string& name, const T& value, const Reading& reading);

template <class T>
PageData one(const T& value, const Reading& reading) {
  if constexpr (shape::Described<T>) return page_data(value, reading);
  else if constexpr (std::same_as<T, std::string>) return PageData{value};
  else return PageData{shape::to_json(value).dump()};
}

// A record inside another must not borrow the outer one's flags, so those that do not hold are said too.
template <shape::Named E>
void put_flags(PageData& object, const std::string& name, std::optional<E> value) {
  for (const auto& [word, known] : trivium_names(E{}))
    object[name + "_" + std::string{word}] = PageData{value == known};
}

template <class T>
void put(PageData& object, const std::string& name, const T& value, const Reading& reading) {
  if constexpr (shape::reading::IsOptional<T>::value) {
    if (value) return put(object, name, *value, reading);
    object[name] = PageData{false};
    if constexpr (std::integral<typename T::value_type>) object[name + "_any"] = PageData{false};
    if constexpr (shape::Named<typename T::value_type>) put_flags(object, name, T{});
  } else if constexpr (shape::reading::IsVector<T>::value) {
    ListOfData list{value.size()};
    for (const auto& item : value) list.add(one(item, reading));
    object[name] = list.taken();
    object[name + "_any"] = PageData{!value.empty()};
  } else if constexpr (std::same_as<T, bool>) {
    object[name] = PageData{value};
  } else if constexpr (std::same_as<T, std::string>) {
    object[name] = text_or_false(value);
  } else if constexpr (std::integral<T> || std::floating_point<T>) {
    object[name] = PageData{fmt::format("{}", value)};
    object[name + "_any"] = PageData{value != T{}};
  } else if constexpr (shape::reading::IsId<T>::value) {
    object[name] = text_or_false(value.text);
  } else if constexpr (std::same_as<T, shape::Date>) {
    object[name] = text_or_false(value.text);
    object[name + "_day"] = PageData{words::long_date(reading.language, value.text)};
  } else if constexpr (std::same_as<T, shape::Instant>) {
    object[name] = text_or_false(value.text);
    object[name + "_day"] = PageData{words::long_date(reading.language, value.text)};
    object[name + "_time"] = PageData{words::clock_time(reading.language, value.text, reading.zone)};
  } else if constexpr (shape::Named<T>) {
    object[name] = PageData{std::string{shape::name_of(value)}};
    put_flags(object, name, std::optional{value});
  } else if constexpr (shape::Described<T>) {
    object[name] = page_data(value, reading);
  } else {
    object[name] = text_or_false(value.dump());
  }
}

}  // namespace detail

template <shape::Described T>
PageData page_data(const T& record, const Reading& reading) {
  PageData object = an_object();
  shape::each_value(record, [&](std::string_view name, const auto& value) {
    detail::put(object, std::string{name}, value, reading);
  });
  if constexpr (std::same_as<T, api::Field>) {
    if (!reading.flaws.empty()) {
      if (auto sentence = reading.wrong_at("/" + record.name, record.kind != api::FieldKind::rows))
        object["wrong"] = PageData{*sentence};
    }
    if (!object.get("wrong")) object["wrong"] = PageData{false};
  }
  return object;
}

}  // namespace trivium::server

// The preview of what a document proposes, from what was changed in it and what stands here now.
#pragma once

#include "api/word_page.hpp"
#include "api/word_task.hpp"

namespace trivium::api {

struct WordProposal {
  std::string task;
  std::string field;
  std::string text;
  int written = 0;
  std::optional<WordPick> pick = std::nullopt;
};

class WordPreview {
 public:
  // from: the table the document was written from; language: its own.
  WordPreview(store::Session& session, const House& house, const OpenTable& open, std::string from,
              std::string language);

  // The answer a document was written from: nothing where there was none. Known only in the same table, as long as the
  // version is kept.
  struct Written {
    std::optional<triangle::Answer> answer;
    bool known = false;
  };
  [[nodiscard]] Written written(const std::string& task, int revision) const;
  [[nodiscard]] const triangle::Answer* here(const std::string& task) const;
  [[nodiscard]] WordTask in_document(const framework::Task& task) const;
  [[nodiscard]] std::string text_before(const framework::Task& task, int revision, const std::string& field) const;
  [[nodiscard]] triangle::Answer blank(const std::string& task) const;  // where nothing is stored yet

  // Whether it has to be taken over, is here already, or cannot be taken over, and in what words. With `all` also what
  // is here already stays, so that a form keeps its order.
  void propose(const WordProposal& proposal, bool all);
  void leave(const framework::Task* task, const std::string& field, std::string why, const std::string& text);
  // As it was named before.
  void leave_again(const WordStillLeft& untaken);

  WordPage page;

 private:
  [[nodiscard]] std::string text_in(const WordTask& task, const triangle::Answer* answer,
                                    const std::string& field) const;
  [[nodiscard]] WordLeft left_at(const framework::Task* task) const;  // without a reason yet
  [[nodiscard]] WordTask for_reader(const framework::Task& task) const;

  store::Session& session_;
  const House& house_;
  const OpenTable& open_;
  const framework::Texts& texts_;  // in the document's language
  std::map<std::string, triangle::Answer> answers_;
};

}  // namespace trivium::api

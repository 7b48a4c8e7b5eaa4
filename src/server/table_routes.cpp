#include "server/route_groups.hpp"

#include "api/check_page.hpp"
#include "api/closing_page.hpp"
#include "api/coach_note.hpp"
#include "api/document_file.hpp"
#include "api/export.hpp"
#include "api/home_page.hpp"
#include "api/import.hpp"
#include "api/looked_page.hpp"
#include "api/question_page.hpp"
#include "api/search_page.hpp"
#include "api/sharing_page.hpp"
#include "api/word_page.hpp"
#include "server/again.hpp"

namespace trivium::server {

std::vector<Route> table_routes(const RoutesGround& ground) {
  const auto& house = ground.house;
  const auto& workshop = ground.workshop;
  return {
      route("GET", "/assessments/{assessment}", "home", "A table: the triangle and its 32 tasks", api::ShowHome{house}),
      route("GET", "/assessments/{assessment}/tasks/{task}", "question", "One task", api::ShowQuestion{house}),
      route("POST", "/assessments/{assessment}/tasks/{task}", "question", "Save an answer", api::SaveOneAnswer{house}),
      route("POST", "/assessments/{assessment}/tasks/{task}/note", "question", "Note something for the other coaches",
            api::KeepOneNote{house}),
      list_of("versions", route("GET", "/assessments/{assessment}/tasks/{task}/history", "history",
                                "Every text an answer had", api::ShowHistory{house})),
      route("GET", "/assessments/{assessment}/table", "table", "The whole table", api::ShowTable{house}),
      route("GET", "/assessments/{assessment}/check", "check", "Check and send", api::ShowCheck{house}),
      list_of("looked", route("GET", "/assessments/{assessment}/looked", "looked", "Who opened my table, and when",
                              api::ShowLooked{house})),
      route("POST", "/assessments/{assessment}/send", "", "Send a table", api::SendOwnTable{house}),
      route("GET", "/assessments/{assessment}/sharing", "sharing", "Who reads my table", api::ShowSharing{house}),
      route("POST", "/assessments/{assessment}/sharing", "sharing", "Open my table to the city, or let it be counted",
            api::ShareOwnTable{house}),
      route("GET", "/assessments/{assessment}/documents", "documents", "The table as documents",
            api::ShowDocuments{house}),
      file_of("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              route("GET", "/assessments/{assessment}/table.docx", "", "The table for Word",
                    api::WriteTable{house, workshop, document::Format::docx})),
      file_of("application/vnd.oasis.opendocument.text",
              route("GET", "/assessments/{assessment}/table.odt", "", "The table for LibreOffice",
                    api::WriteTable{house, workshop, document::Format::odt})),
      file_of("application/pdf", route("GET", "/assessments/{assessment}/table.pdf", "", "The table on paper",
                                       api::WriteTable{house, workshop, document::Format::pdf})),
      route("GET", "/assessments/{assessment}/word", "word", "Bring the table back from Word", api::ShowWord{house}),
      taking(std::size_t{11} << 20U,  // 8 MiB of file, as base64 where a program sends it
             route("POST", "/assessments/{assessment}/word", "word", "What a document from Word would change",
                   api::ReadWord{house})),
      taking(std::size_t{8} << 20U, route("POST", "/assessments/{assessment}/word/take", "word",
                                          "Take over what was chosen of it", api::TakeFromWord{house})),
      route("GET", "/assessments/{assessment}/closing", "closing", "What a manager takes from it, at the end",
            api::ShowClosing{house}),
      route("POST", "/assessments/{assessment}/closing", "closing", "Write it, and hand it in",
            api::SaveOneClosing{house}),
      file_of("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              route("GET", "/assessments/{assessment}/closing.docx", "", "The closing summary for Word",
                    api::WriteClosing{house, workshop, document::Format::docx})),
      file_of("application/vnd.oasis.opendocument.text",
              route("GET", "/assessments/{assessment}/closing.odt", "", "The closing summary for LibreOffice",
                    api::WriteClosing{house, workshop, document::Format::odt})),
      file_of("application/pdf",
              route("GET", "/assessments/{assessment}/closing.pdf", "", "The closing summary on paper",
                    api::WriteClosing{house, workshop, document::Format::pdf})),
      list_of("answers", route("GET", "/assessments/{assessment}/answers", "answers", "The 32 answers as a list",
                               api::ListAnswers{house})),
      route("GET", "/assessments/{assessment}/export", "", "The table as JSON, to take along", api::ExportTable{house}),
      route("GET", "/export", "", "Everything of mine as JSON", api::ExportEverything{house}),
      route("GET", "/import", "import", "Bring an exported table back", api::ShowImport{house}),
      taking(std::size_t{8} << 20U,
             route("POST", "/import", "import", "Bring an exported table back", api::ImportIntoTable{house})),
      list_of("found", route("GET", "/search", "search", "Search the answers I may read", api::SearchAnswers{house})),
  };
}

}  // namespace trivium::server

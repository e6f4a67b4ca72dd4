#pragma once
// A small HTTP/1.1 client for tests: one connection a request, loopback only. Throws std::runtime_error when
// there is no whole answer.
#include <cstdint>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace minhtin::test {

using Json = nlohmann::ordered_json;

struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
    Json json() const { return Json::parse(body); }
    std::string code() const { return json().value("code", ""); }
};

using Headers = std::map<std::string, std::string>;

// Is told every request and its answer; path with query, as sent.
using Journal = std::function<void(std::string_view method, const std::string& path, std::string_view body,
                                   const Answer& answer)>;

class HttpClient {
public:
    explicit HttpClient(std::uint16_t port, Journal journal = {})
        : port_(port), journal_(std::move(journal)) {}
    HttpClient recorded_by(Journal journal) const { return HttpClient(port_, std::move(journal)); }
    Answer request(std::string_view method, const std::string& path, std::string_view body = {},
                   const Headers& headers = {}) const;
    // Below /api/v1, without a session.
    Answer get(const std::string& path, const Headers& headers = {}) const;
    Answer post(const std::string& path, std::string_view body, const Headers& headers = {}) const;

private:
    Answer exchange(std::string_view method, const std::string& path, std::string_view body,
                    const Headers& headers) const;
    std::uint16_t port_;
    Journal journal_;
};

}  // namespace minhtin::test

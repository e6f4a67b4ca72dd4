#pragma once
// The table of routes: the API's index. Each topic writes its rows in its own file; a row without an answer
// to "who may call" does not compile, and tests/server/http/permissions.txt must say the same.
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "server/app/app.h"
#include "server/http/request.h"

namespace minhtin::http {

enum class Method { get, post, put, patch, delete_ };

// Who may call. There is no default.
class Access {
public:
    enum class Kind {
        open,     // anybody; no cookie, no token is looked at
        session,  // signed in, with one of the roles
        trustee,  // bearer token of a trustee's invitation
        slips     // bearer token of the slip printer's invitation
    };
    static constexpr Access anybody() { return Access(Kind::open, {}); }
    static constexpr Access signed_in() { return Access(Kind::session, Roles::from_bits(63)); }
    static constexpr Access roles(Roles r) { return Access(Kind::session, r); }
    static constexpr Access trustee() { return Access(Kind::trustee, {}); }
    static constexpr Access slips() { return Access(Kind::slips, {}); }
    constexpr Kind kind() const { return kind_; }
    constexpr Roles allowed() const { return roles_; }

private:
    constexpr Access(Kind k, Roles r) : kind_(k), roles_(r) {}
    Kind kind_;
    Roles roles_;
};

// Who may read the season: files, votes, findings.
inline constexpr Roles readers = Role::office | Role::committee | Role::inspector;

// How often one address may call: `guessing` for what checks a password or a token that people could guess.
enum class Limit { none, guessing };

using Handler = Response (*)(App&, const Request&);

// How large a body may be.
inline constexpr std::size_t no_body = 0;
inline constexpr std::size_t small_body = 16 * 1024;
inline constexpr std::size_t json_body = 1024 * 1024;
inline constexpr std::size_t upload_body = 10 * 1024 * 1024;
inline constexpr std::size_t ballot_body = 256 * 1024;

struct Route {
    Method method;
    std::string_view path;  // below /api/v1, a segment "{name}" is a parameter: "/accounts/{id}"
    Access access;
    std::size_t body_limit;
    Limit limit;
    Handler handler;
};

// Every route of the server.
std::span<const Route> all_routes();

// Topics: routes_session.cpp, routes_accounts.cpp, routes_people.cpp; routes_import.cpp, routes_records.cpp,
// routes_findings.cpp;
// routes_vote.cpp, routes_trustee.cpp, routes_public.cpp.
std::span<const Route> session_routes();
std::span<const Route> account_routes();
std::span<const Route> people_routes();
std::span<const Route> import_routes();
std::span<const Route> record_routes();
std::span<const Route> finding_routes();
std::span<const Route> vote_routes();
std::span<const Route> trustee_routes();
std::span<const Route> public_routes();

std::string_view method_name(Method method);

// The route and its parameters. A path that exists with other methods only is told apart from one that does
// not.
struct Match {
    const Route* route = nullptr;
    std::map<std::string, std::string, std::less<>> params;
    std::vector<Method> others;  // methods that this path has, when route is nullptr
};
Match find_route(std::string_view method, std::string_view path);

}  // namespace minhtin::http

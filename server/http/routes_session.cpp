// What this server is, its setup, and signing in and out.
#include "server/app/setup.h"
#include "server/app/sign_in.h"
#include "server/http/account_json.h"
#include "server/http/gate.h"
#include "server/http/problems.h"
#include "server/http/routes.h"

namespace minhtin::http {
namespace {

constexpr std::size_t max_secret = 1024;

Response info(App& app, const Request&) {
    return json_response({{"version", app.settings.version},
                          {"demo", app.settings.demo},
                          {"organisation", organisation(app)},
                          {"today", app.clock.today().iso()},
                          {"page_hash", app.settings.page_hash},
                          {"setup_needed", setup_needed(app)}});
}

Response post_setup(App& app, const Request& r) {
    Fields in(r.body);
    SetupRequest request{.token = in.secret("token", max_secret),
                         .login = in.text("login", 64),
                         .name = in.text("name", 200),
                         .password = in.secret("password", max_secret),
                         .organisation = in.text("organisation", 200)};
    in.done();
    return json_response(json_of(value_or_refuse(set_up(app, request))), 201);
}

Response post_session(App& app, const Request& r) {
    Fields in(r.body);
    std::string login = in.text("login", 64);
    std::string password = in.secret("password", max_secret);
    in.done();
    SignedIn session = value_or_refuse(sign_in(app, login, password, r.from, app.clock.instant()));
    Response response = json_response(json_of(session.account));
    response.headers.emplace_back("Set-Cookie", session_cookie_header(session.token));
    return response;
}

Response get_session(App&, const Request& r) {
    return json_response(json_of(*r.actor.account));
}

Response delete_session(App& app, const Request& r) {
    sign_out(app, r.session_token);
    Response response = no_content();
    response.headers.emplace_back("Set-Cookie", session_cookie_header(""));
    response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
    return response;
}

Response post_password(App& app, const Request& r) {
    Fields in(r.body);
    std::string old_password = in.secret("old", max_secret);
    std::string new_password = in.secret("new", max_secret);
    in.done();
    done_or_refuse(change_password(app, *r.actor.account, old_password, new_password));
    Response response = no_content();
    response.headers.emplace_back("Set-Cookie", session_cookie_header(""));
    return response;
}

}  // namespace

std::span<const Route> session_routes() {
    static constexpr Route table[] = {
        {Method::get, "/info", Access::anybody(), no_body, Limit::none, &info},
        {Method::post, "/setup", Access::anybody(), small_body, Limit::guessing, &post_setup},
        {Method::post, "/session", Access::anybody(), small_body, Limit::guessing, &post_session},
        {Method::get, "/session", Access::signed_in(), no_body, Limit::none, &get_session},
        {Method::delete_, "/session", Access::signed_in(), no_body, Limit::none, &delete_session},
        {Method::post, "/session/password", Access::signed_in(), small_body, Limit::guessing, &post_password},
    };
    return table;
}

}  // namespace minhtin::http

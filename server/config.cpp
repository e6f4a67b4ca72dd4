#include "server/config.h"

#include <optional>

#include "server/keys.h"

namespace minhtin {

const char* const usage =
    "usage: minhtin serve --data DIR --listen HOST:PORT|unix:PATH [--demo] [--web DIR] [--key-file FILE]\n"
    "       minhtin count TABLE.csv --profile ID [--json] [--base eligible|issued|collected]\n"
    "       minhtin rules list | check PROFILE.json | rate --profile ID FILE.json | unit --profile ID "
    "UNIT.json | …\n"
    "\n"
    "serve: --listen takes a loopback address (127.0.0.1, localhost, [::1]) or a UNIX socket behind nginx.\n"
    "       --demo  demo data only; a folder made with it does not start without it, and the reverse.\n"
    "       --key-file  the master key (made at the first start). Default: ~/.config/minhtin/master.key;\n"
    "                   with --demo: demo-only.key in the data folder.\n";

ServeConfig parse_serve(std::span<const std::string> args) {
    ServeConfig config;
    std::optional<http::Listen> listen;
    config.web = MINHTIN_WEB_DIR;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& name = args[i];
        if (name == "--demo") {
            config.use = Use::demo;
            continue;
        }
        if (name != "--data" && name != "--listen" && name != "--web" && name != "--key-file") {
            throw UsageError("unknown option " + name);
        }
        if (++i == args.size() || args[i].empty()) {
            throw UsageError(name + " needs a value");
        }
        if (name == "--data") {
            config.data = args[i];
        } else if (name == "--web") {
            config.web = args[i];
        } else if (name == "--key-file") {
            config.key_file = args[i];
        } else {
            listen = http::parse_listen(args[i]);
            if (!listen) {
                throw UsageError(
                    "--listen takes a loopback address (127.0.0.1:8080) or unix:/path/of/socket; for other "
                    "addresses put nginx in front (docs/nginx/)");
            }
        }
    }
    if (config.data.empty() || !listen) {
        throw UsageError("--data and --listen are needed");
    }
    config.listen = *listen;
    if (config.key_file.empty()) {
        config.key_file = config.use == Use::demo ? config.data / "demo-only.key" : default_key_file();
    }
    return config;
}

}  // namespace minhtin

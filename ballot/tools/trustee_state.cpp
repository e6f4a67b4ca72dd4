#include "ballot/tools/trustee_state.h"

#include "ballot/field.h"
#include "ballot/json.h"
#include "ballot/tools/files.h"
#include "ballot/tools/trustee_steps.h"

namespace minhtin {
namespace {

State read(Field f) {
    State s;
    s.election = f["vote"]["uuid"].text();
    s.ceremony = f["ceremony"].text();
    s.trustee = f["index"].integer(1, max_trustees);
    s.size = {f["size"].integer(1, max_trustees), f["threshold"].integer(1, max_trustees)};
    if (const auto certificates = f.maybe("certificates"))
        for (Field c : certificates->items()) s.certificates.push_back(write_json(c.json()));
    if (const auto vinput = f.maybe("vinput"); vinput && vinput->json().as<Json::Object>())
        s.vinput = write_json(vinput->json());
    if (const auto trustees = f.maybe("trustees")) s.trustees = trustees->text();
    return s;
}

}  // namespace

State read_state(const std::string& path) {
    return must(read_document(read_file(path), read));
}

void require_same_seat(const KeyFileLabel& key, const State& state) {
    if (key.election != state.election || key.ceremony != state.ceremony || key.trustee != state.trustee ||
        CeremonySize{key.size, key.threshold} != state.size)
        throw Refusal{{Reject::key_file_other, ""}};
}

}  // namespace minhtin

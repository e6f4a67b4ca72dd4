#include "tests/server/vote/small_election.h"

#include "ballot/ceremony.h"
#include "crypto/credential.h"

namespace minhtin::test {

SmallElection::SmallElection(std::size_t persons, std::size_t slips) {
    const CeremonySize size{3, 2};
    std::vector<SecretString> seeds;
    std::vector<std::string> messages;
    for (std::size_t i = 1; i <= size.size; ++i) {
        seeds.push_back(generate_seed(random_));
        messages.push_back(make_certificate(seeds.back(), size, i, random_));
    }
    const auto certificates = Certificates::check(size, messages, Profile::hardened);
    std::vector<CheckedPolynomial> polynomials;
    for (std::size_t i = 1; i <= size.size; ++i) {
        const auto message = make_polynomial(seeds[i - 1], i, *certificates, random_);
        polynomials.push_back(*check_polynomial(*certificates, i, *message));
    }
    std::vector<CheckedKey> public_keys;
    for (std::size_t i = 1; i <= size.size; ++i) {
        auto formed = form_key(seeds[i - 1], i, *certificates, make_vinput(polynomials, i), random_);
        public_keys.push_back(*check_key(*certificates, polynomials, i, formed->message));
        keys.push_back(std::move(formed->decryption_key));
    }
    ElectionDescription description;
    description.name = "Lấy phiếu mẫu";
    description.description = "Thử";
    description.uuid = uuid;
    for (std::size_t p = 1; p <= persons; ++p) {
        Question q;
        q.text = "Đại biểu Mẫu " + std::to_string(p);
        q.answers = {"Tín nhiệm cao", "Tín nhiệm", "Tín nhiệm thấp"};
        description.questions.push_back(std::move(q));
    }
    std::vector<Element> public_credentials;
    for (std::size_t i = 0; i < slips; ++i) {
        const SecretString credential = generate_credential(random_);
        public_credentials.push_back(base(derive_credential(uuid, credential)));
        credentials.push_back(credential.expose());
    }
    files = {encode_election(description, group_key(polynomials)),
             encode_trustees({assemble_group(*certificates, polynomials, public_keys)}),
             encode_credentials(public_credentials),
             {}};
    auto opened = Election::open(files);
    election = std::make_shared<const Election>(std::move(*opened));
}

std::string SmallElection::ballot(std::size_t slip, const std::vector<int>& marks) {
    PlainVote vote;
    for (int mark : marks) {
        vote.push_back({0, 0, 0});
        if (mark >= 0) vote.back().at(static_cast<std::size_t>(mark)) = 1;
    }
    return *make_ballot(*election, SecretString(std::string(credentials.at(slip))), vote, random_);
}

}  // namespace minhtin::test

#include "tests/server/support/test_app.h"

#include <stdlib.h>

#include <algorithm>

#include "crypto/hash.h"
#include "server/store/sqlcipher_board_store.h"
#include "server/store/sqlcipher_registry.h"

namespace minhtin::test {

void SeededRandom::fill(std::span<std::uint8_t> out) {
    std::lock_guard lock(mutex_);
    while (!out.empty()) {
        Digest block = sha256(seed_ + std::to_string(counter_++));
        std::size_t n = std::min(out.size(), block.size());
        std::copy_n(block.begin(), n, out.begin());
        out = out.subspan(n);
    }
}

TemporaryFolder::TemporaryFolder()
    : path([] {
          std::string name = (std::filesystem::temp_directory_path() / "minhtin-test-XXXXXX").string();
          ENSURE(::mkdtemp(name.data()) != nullptr);
          return name;
      }()) {}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
}

SecretKey32 test_key(std::uint8_t fill) {
    std::array<std::uint8_t, 32> bytes;
    bytes.fill(fill);
    return SecretKey32(std::move(bytes));
}

TestApp::TestApp()
    : registry(open_sqlcipher_registry(folder.path / "registry.db", test_key(2))),
      board_store(open_sqlcipher_board_store(folder.path / "board.db", test_key(1))),
      passwords(PasswordHasher::Cost{.operations = 1, .memory = 8192}),
      attempts(random),
      seals(test_key(3)),
      boards(*board_store),
      app{.registry = *registry,
          .clock = clock,
          .random = random,
          .sessions = sessions,
          .passwords = passwords,
          .attempts = attempts,
          .seals = seals,
          .settings = {.version = "test", .demo = false, .page_hash = std::string(64, '0')},
          .boards = boards,
          .box = box,
          .drills = drills} {}

TestApp::~TestApp() = default;

Account TestApp::add_account(const std::string& login, Roles roles, std::optional<std::string> person_id,
                             std::optional<std::string> residence_committee_id) {
    Account account{.id = random_base58(random, 16),
                    .login = login,
                    .name = "Người thử " + login,
                    .roles = roles,
                    .person_id = std::move(person_id),
                    .residence_committee_id = std::move(residence_committee_id),
                    .disabled = false};
    std::string hash = passwords.hash(password);
    registry->write(
        [&](RegistryTables& t) { ENSURE(t.accounts->add(account, hash) == Accounts::Added::done); });
    return account;
}

TestApp::SmallWorld TestApp::add_small_world() {
    SmallWorld w;
    w.root = {random_base58(random, 16), std::nullopt, "A", "Cơ quan A"};
    w.unit = {random_base58(random, 16), w.root.id, "", "Phòng Thử"};
    w.committee = {random_base58(random, 16), "Cấp ủy tổ dân phố Thử", "Phường Mẫu"};
    w.person = {.id = random_base58(random, 16),
                .code = "NT01",
                .name = "Đặng Thử Một",
                .birth_day = Day::of(1980, 2, 1),
                .posts = {{w.unit.id, "Trưởng phòng", true}, {w.root.id, "Ủy viên", false}},
                .residence_committee_id = w.committee.id};
    registry->write([&](RegistryTables& t) {
        t.people->put(w.root);
        t.people->put(w.unit);
        t.people->put(w.committee);
        t.people->put(w.person);
    });
    return w;
}

}  // namespace minhtin::test

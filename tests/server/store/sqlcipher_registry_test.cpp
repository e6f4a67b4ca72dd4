#include "server/store/sqlcipher_registry.h"

#include "tests/server/store/registry_contract.h"
#include "tests/server/support/test_app.h"

namespace minhtin::test {

INSTANTIATE_TEST_SUITE_P(Sqlcipher, RegistryContract,
                         testing::Values(RegistryUnderTest{"Sqlcipher",
                                                           [] {
                                                               auto folder =
                                                                   std::make_shared<TemporaryFolder>();
                                                               return [folder] {
                                                                   return open_sqlcipher_registry(
                                                                       folder->path / "registry.db",
                                                                       test_key(2));
                                                               };
                                                           }}),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace minhtin::test

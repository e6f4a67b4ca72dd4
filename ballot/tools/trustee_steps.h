#pragma once
// The commands of minhtin-trustee, and what they share. Each reads and writes the files that its options
// name, and throws UsageError, Refusal, or what files.h and prompts.h throw.
#include <string>
#include <utility>

#include "ballot/key_file.h"
#include "ballot/reasons.h"
#include "ballot/tools/options.h"
#include "ballot/tools/prompts.h"
#include "ballot/trustees.h"
#include "crypto/result.h"

namespace minhtin {

// trustee_keys.cpp: making the key.
void single_key(const Options& options);
void certificate(const Options& options);
void polynomial(const Options& options);
void form_key_file(const Options& options);
void show(const Options& options);
// trustee_use.cpp: using it.
void drill(const Options& options);
void check(const Options& options);
void share(const Options& options);

// A refusal on its way to the end of the program.
struct Refusal {
    Rejection rejection;
};

template <class T>
T must(Result<T, Rejection> result) {
    if (!result) throw Refusal{result.reason()};
    return std::move(result).value();
}

// To --out, a new file, or to the standard output.
void deliver(const Options& options, const std::string& message);
SecretString passphrase(const Options& options, Ask ask);
// The file of --key with its decryption key.
KeyFile complete_key(const Options& options);
// Refused unless the place of the list that the key file names holds the public part of the file's own key.
void require_own_place(const KeyFile& key, const Trustees& trustees);

}  // namespace minhtin

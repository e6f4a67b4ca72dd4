#pragma once
// What the server remembers of people, accounts, opinions and votes' arrangements; no ballot in it. Topics
// are small interfaces in their own headers; RegistryTables holds them at one moment. One writer at a time,
// readers beside it; `const` means safe to share between threads.
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

#include "server/store/accounts.h"
#include "server/store/campaigns.h"
#include "server/store/files.h"
#include "server/store/invitations.h"
#include "server/store/meta.h"
#include "server/store/people.h"
#include "server/store/votes.h"

namespace minhtin {

// Owns one topic; from a const RegistryTables only its const functions can be called.
template <class T>
class Topic {
public:
    explicit Topic(std::unique_ptr<T> topic) : topic_(std::move(topic)) {}
    T* operator->() { return topic_.get(); }
    const T* operator->() const { return topic_.get(); }
    T& operator*() { return *topic_; }
    const T& operator*() const { return *topic_; }

private:
    std::unique_ptr<T> topic_;
};

struct RegistryTables {
    Topic<Meta> meta;
    Topic<Accounts> accounts;
    Topic<People> people;
    Topic<Invitations> invitations;
    Topic<Votes> votes;
    Topic<Campaigns> campaigns;
    Topic<Files> files;
};

class Registry {
public:
    virtual ~Registry() = default;

    // f(const RegistryTables&) sees one moment of the registry throughout. What it returns is returned.
    template <class F>
    auto read(F&& f) const {
        using R = std::invoke_result_t<F, const RegistryTables&>;
        std::optional<R> result;
        do_read([&](const RegistryTables& t) { result.emplace(f(t)); });
        return std::move(*result);
    }

    // f(RegistryTables&) is one durable transaction: when write() returns, it is on the disk. Nothing of it
    // happened when f throws, or returns a refusing Result.
    template <class F>
    auto write(F&& f) {
        using R = std::invoke_result_t<F, RegistryTables&>;
        if constexpr (std::is_void_v<R>) {
            do_write([&](RegistryTables& t) { return f(t), true; });
        } else {
            std::optional<R> result;
            do_write([&](RegistryTables& t) {
                result.emplace(f(t));
                if constexpr (requires(const R& r) { r.reason(); }) {
                    return static_cast<bool>(*result);
                }
                return true;
            });
            return std::move(*result);
        }
    }

protected:
    virtual void do_read(const std::function<void(const RegistryTables&)>& f) const = 0;
    virtual void do_write(const std::function<bool(RegistryTables&)>& f) = 0;  // true: commit
};

}  // namespace minhtin

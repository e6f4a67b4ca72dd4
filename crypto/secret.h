#pragma once
// Secret<T>: a value that must not be copied, printed, compared or serialised by accident. Move-only, wiped
// when it ends and when it is moved from. expose() is the one, searchable, way out.
#include <sodium.h>

#include <array>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

namespace minhtin {

template <class T>
class Secret {
public:
    Secret() = default;
    explicit Secret(T&& v) : v_(std::move(v)) { wipe(v); }
    Secret(Secret&& o) noexcept : v_(std::move(o.v_)) { wipe(o.v_); }
    Secret& operator=(Secret&& o) noexcept {
        if (this != &o) {
            wipe(v_);
            v_ = std::move(o.v_);
            wipe(o.v_);
        }
        return *this;
    }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { wipe(v_); }

    const T& expose() const { return v_; }
    T& expose() { return v_; }

private:
    static void wipe(T& v) {
        if constexpr (std::is_trivially_copyable_v<T>) {
            sodium_memzero(&v, sizeof v);
        } else {
            v.resize(v.capacity());  // what was moved from or shortened is still in the buffer
            sodium_memzero(v.data(), v.size() * sizeof(*v.data()));
            v.clear();
        }
    }
    T v_{};
};

using SecretString = Secret<std::string>;
using SecretKey32 = Secret<std::array<std::uint8_t, 32>>;

}  // namespace minhtin

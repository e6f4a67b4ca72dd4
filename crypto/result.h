#pragma once
// Result<T, E>: a value, or the reason why there is none; for what the outside world can cause.
// It cannot be overlooked ([[nodiscard]]), and looking at the wrong side is a Bug (crypto/ensure.h).
#include <optional>
#include <utility>
#include <variant>

#include "crypto/ensure.h"

namespace minhtin {

// A refusal on its way into a Result: `return Refused{Reason::late};`
template <class E>
struct Refused {
    E reason;
};
template <class E>
Refused(E) -> Refused<E>;

template <class T, class E>
class [[nodiscard]] Result {
public:
    Result(T value) : v_(std::in_place_index<0>, std::move(value)) {}
    template <class F>
    Result(Refused<F> r) : v_(std::in_place_index<1>, E(std::move(r.reason))) {}

    explicit operator bool() const { return v_.index() == 0; }
    T& value() & { return check(), std::get<0>(v_); }
    const T& value() const& { return check(), std::get<0>(v_); }
    // By value: `for (x : *f())` holds what it loops over.
    T value() && { return check(), std::get<0>(std::move(v_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const E& reason() const {
        ENSURE(v_.index() == 1);
        return std::get<1>(v_);
    }

private:
    void check() const { ENSURE(v_.index() == 0); }
    std::variant<T, E> v_;
};

// For functions that only succeed or refuse.
template <class E>
class [[nodiscard]] Result<void, E> {
public:
    Result() = default;
    template <class F>
    Result(Refused<F> r) : reason_(E(std::move(r.reason))) {}
    explicit operator bool() const { return !reason_; }
    const E& reason() const {
        ENSURE(reason_.has_value());
        return *reason_;
    }

private:
    std::optional<E> reason_;
};

}  // namespace minhtin

#include "server/domain/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

icu::UnicodeString wide(std::string_view s) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(s.data(), static_cast<std::int32_t>(s.size())));
}

std::string narrow(const icu::UnicodeString& s) {
    std::string out;
    s.toUTF8String(out);
    return out;
}

icu::UnicodeString normal(const icu::Normalizer2* form, const icu::UnicodeString& s) {
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString out = form->normalize(s, error);
    ENSURE(U_SUCCESS(error));
    return out;
}

icu::UnicodeString squeeze(const icu::UnicodeString& s) {
    icu::UnicodeString out;
    bool gap = false;
    for (std::int32_t i = 0; i < s.length(); i = s.moveIndex32(i, 1)) {
        const UChar32 c = s.char32At(i);
        if (u_isUWhiteSpace(c)) {
            gap = !out.isEmpty();
        } else {
            if (gap) out.append(u' ');
            gap = false;
            out.append(c);
        }
    }
    return out;
}

const icu::Normalizer2* nfc() {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(error);
    ENSURE(U_SUCCESS(error));
    return form;
}

const icu::Normalizer2* nfd() {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(error);
    ENSURE(U_SUCCESS(error));
    return form;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    const auto* s = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int64_t>(bytes.size());
    for (std::int64_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(s, i, size, c);
        if (c < 0) return false;
    }
    return true;
}

bool has_control(std::string_view text) {
    const icu::UnicodeString s = wide(text);
    for (std::int32_t i = 0; i < s.length(); i = s.moveIndex32(i, 1)) {
        const UChar32 c = s.char32At(i);
        const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (u_iscntrl(c) || direction) return true;
    }
    return false;
}

std::string tidy(std::string_view text) {
    return narrow(squeeze(normal(nfc(), wide(text))));
}

std::string fold(std::string_view text) {
    const icu::UnicodeString apart = normal(nfd(), wide(text));
    icu::UnicodeString bare;
    for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 c = apart.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        bare.append(c == 0x0110 || c == 0x0111 ? UChar32{u'd'} : c);
    }
    return narrow(squeeze(bare.toLower(icu::Locale("vi"))));
}

int compare_vi(std::string_view a, std::string_view b) {
    // A collator is costly to make and safe to share between threads once it is not changed any more.
    static const std::unique_ptr<const icu::Collator> order = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), error));
        ENSURE(U_SUCCESS(error));
        return made;
    }();
    const int by_words = static_cast<int>(order->compare(wide(a), wide(b)));
    return by_words != 0 ? by_words : a.compare(b);
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(wide(text).countChar32());
}

}  // namespace minhtin

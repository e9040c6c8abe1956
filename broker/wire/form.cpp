#include "form.h"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>
#include <cstring>

namespace cmq::wire {

namespace {

constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Decodes onto itself: what comes out is never longer.
std::string_view decodeInPlace(std::span<char> text)
{
    const auto* firstEscape = std::find_if(text.data(), text.data() + text.size(),
                                           [](char c) { return c == '%' || c == '+'; });
    auto out = static_cast<std::size_t>(firstEscape - text.data());
    for (std::size_t in = out; in < text.size(); ++in) {
        const char c = text[in];
        if (c == '+') {
            text[out++] = ' ';
            continue;
        }
        if (c == '%' && in + 2 < text.size()) {
            const int high = hexValue(text[in + 1]), low = hexValue(text[in + 2]);
            if (high >= 0 && low >= 0) {
                text[out++] = static_cast<char>(high * 16 + low);
                in += 2;
                continue;
            }
        }
        text[out++] = c;
    }
    return {text.data(), out};
}

std::size_t findByte(std::span<char> text, char c)
{
    const void* found = text.empty() ? nullptr : std::memchr(text.data(), c, text.size());
    return found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data())
                 : text.size();
}

} // namespace

bool decodeForm(std::span<char> text, Parameters& parameters)
{
    parameters.clear();
    while (!text.empty()) {
        const std::size_t end = findByte(text, '&');
        const std::span<char> pair = text.first(end);
        text = text.subspan(std::min(end + 1, text.size()));
        if (pair.empty())
            continue;
        if (parameters.size() == ParametersMax)
            return false;
        const std::size_t equals = findByte(pair, '=');
        const std::string_view name = decodeInPlace(pair.first(equals));
        const std::string_view value =
            decodeInPlace(pair.subspan(std::min(equals + 1, pair.size())));
        parameters.push_back({name, value});
    }
    return true;
}

void appendFormEncoded(std::string& out, std::string_view text)
{
    namespace urls = boost::urls;
    urls::encoding_opts options;
    options.space_as_plus = true;
    urls::encode(text, urls::unreserved_chars, options, urls::string_token::append_to(out));
}

std::string encodeForm(std::span<const FormField> fields)
{
    std::string form;
    for (const FormField& field : fields) {
        if (!form.empty())
            form += '&';
        appendFormEncoded(form, field.name);
        form += '=';
        appendFormEncoded(form, field.value);
    }
    return form;
}

Parameters viewsOf(std::span<const FormField> fields)
{
    Parameters parameters;
    parameters.reserve(fields.size());
    for (const FormField& field : fields)
        parameters.push_back({field.name, field.value});
    return parameters;
}

} // namespace cmq::wire

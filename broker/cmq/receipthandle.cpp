#include "receipthandle.h"

#include <charconv>

namespace cmq {

namespace {

constexpr unsigned GenerationBits = 20;
constexpr std::uint32_t GenerationMask = (1U << GenerationBits) - 1;

} // namespace

std::string toString(const ReceiptHandle& handle)
{
    return std::to_string((handle.entry << GenerationBits) | (handle.generation & GenerationMask));
}

std::optional<ReceiptHandle> receiptHandleFromString(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (status != std::errc() || end != text.data() + text.size() || text.front() == '0')
        return std::nullopt;
    return ReceiptHandle{number >> GenerationBits,
                         static_cast<std::uint32_t>(number & GenerationMask)};
}

bool isGeneration(const ReceiptHandle& handle, std::uint32_t generation)
{
    return handle.generation == (generation & GenerationMask);
}

} // namespace cmq

#pragma once

#include "records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cmq {

/// What a receipt handle says: which receive of which message. A handle is bound to one receive,
/// so an old one can be told from an unknown one. On the wire it is a decimal number, as CMQ's are.
struct ReceiptHandle
{
    Entry entry = 0;
    std::uint32_t generation = 0; ///< counts the message's receives; 20 bits of it are told

    friend bool operator==(const ReceiptHandle&, const ReceiptHandle&) = default;
};

[[nodiscard]] std::string toString(const ReceiptHandle& handle);
/// None when the text is not a handle that this program could have given out.
[[nodiscard]] std::optional<ReceiptHandle> receiptHandleFromString(std::string_view text);
/// Whether a handle's generation is that of a message.
[[nodiscard]] bool isGeneration(const ReceiptHandle& handle, std::uint32_t generation);

} // namespace cmq

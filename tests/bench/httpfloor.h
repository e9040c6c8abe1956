#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace bench {

/// The floor of the endpoint: Beast as its examples use it, form decoding and the signature check,
/// and a canned answer instead of a broker. One thread.
class HttpFloor final
{
public:
    HttpFloor(const std::string& secretKey, int batch);
    HttpFloor(const HttpFloor&) = delete;
    HttpFloor& operator=(const HttpFloor&) = delete;
    ~HttpFloor();
    [[nodiscard]] std::uint16_t port() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace bench

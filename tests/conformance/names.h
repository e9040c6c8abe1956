#pragma once

#include <map>
#include <string>

namespace conformance {

/// What the engine calls things, and what a model does: learned when a thing is seen first, the
/// same ever after. A value.
class Names final
{
public:
    /// Whether the two are the same thing.
    [[nodiscard]] bool same(const std::string& model, const std::string& engine);
    /// The engine's name of what the model calls so; a name that the engine never gave if unknown.
    [[nodiscard]] std::string engineName(const std::string& model) const;

private:
    std::map<std::string, std::string> m_engine;
    std::map<std::string, std::string> m_model;
};

} // namespace conformance

#include "names.h"

namespace conformance {

bool Names::same(const std::string& model, const std::string& engine)
{
    const auto [known, isNew] = m_engine.emplace(model, engine);
    const auto [back, isNewBack] = m_model.emplace(engine, model);
    return known->second == engine && back->second == model;
}

std::string Names::engineName(const std::string& model) const
{
    const auto known = m_engine.find(model);
    return known == m_engine.end() ? "4364564575" : known->second;
}

} // namespace conformance

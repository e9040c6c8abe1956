#include "scenario.h"

namespace cmq::scenario {

std::string_view textIn(const Texts& texts, std::string_view language)
{
    for (const std::string_view wanted : {language, std::string_view("en")}) {
        if (const auto found = texts.find(std::string(wanted)); found != texts.end())
            return found->second;
    }
    return texts.empty() ? std::string_view() : std::string_view(texts.begin()->second);
}

bool Amount::holds(std::int64_t value) const
{
    return (!is || value == *is) && (!atLeast || value >= *atLeast) &&
           (!atMost || value <= *atMost);
}

} // namespace cmq::scenario

#include "paths.h"

namespace paths {

std::string source(const std::string& relative)
{
    return relative.empty() ? CMQ_SOURCE_DIR : CMQ_SOURCE_DIR "/" + relative;
}

std::string build(const std::string& relative)
{
    return CMQ_BINARY_DIR "/" + relative;
}

} // namespace paths

#pragma once

#include <string>

/// Where the tests find what is not compiled into them. Only paths.cpp is compiled with the
/// folders' names, so that the tests compile to the same in every checkout (which lets ccache share
/// them).
namespace paths {

/// A file of the source tree, or its root.
[[nodiscard]] std::string source(const std::string& relative = {});

/// A file of the build tree, such as `bin/cmq-endpoint`.
[[nodiscard]] std::string build(const std::string& relative);

} // namespace paths

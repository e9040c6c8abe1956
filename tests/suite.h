#pragma once

#include <QObject>

#include <memory>

/// Several tests in one program, which is built in a fraction of the time of a program each. CTest
/// still starts each test by itself: the program takes the test's name, then Qt Test's options.
namespace suite {

using Make = std::unique_ptr<QObject> (*)();

/// Makes a test known to the program; see CMQ_TEST.
bool add(const char* name, Make make);

/// Runs the test that the arguments name; without a name says which there are. Returns what main()
/// does.
[[nodiscard]] int run(int count, char** arguments);

} // namespace suite

/// What QTEST_MAIN(Class) is to a test that is a program of its own.
#define CMQ_TEST(name, Class)                                                                      \
    [[maybe_unused]] static const bool name##_isThere =                                            \
        suite::add(#name, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
